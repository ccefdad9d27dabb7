package io.huitai.ui.fittings;

import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window says to the cashier at the moment; a newer word takes the older one's place.
public final class Notices {
    private final ReadOnlyObjectWrapper<Optional<Notice>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// How urgent it is. An error stays until something succeeds; the rest goes by itself.
    public enum Kind {
        DONE,
        HINT,
        ERROR
    }

    /// @param text in whichever language the window is in
    /// @param way back from what it tells of
    public record Notice(Kind kind, Function<Words, String> text, Optional<Way> way) {}

    /// A button beside the words.
    ///
    /// @param key what it says
    public record Way(String key, Runnable gone) {}

    public ReadOnlyObjectProperty<Optional<Notice>> current() {
        return current.getReadOnlyProperty();
    }

    public void say(Kind kind, Function<Words, String> text) {
        current.set(Optional.of(new Notice(kind, text, Optional.empty())));
    }

    /// Says what was done, with a way back.
    public void done(Function<Words, String> text, Way back) {
        current.set(Optional.of(new Notice(Kind.DONE, text, Optional.of(back))));
    }

    public void say(Kind kind, String key) {
        say(kind, words -> words.get(key));
    }

    /// What the till would refuse, were it asked.
    public void refused(ErrorCode code) {
        say(Kind.ERROR, words -> Refusal.text(code, words.lang()));
    }

    /// Goes on with what was read, or says why it is refused.
    public <T> void unlessRefused(Supplier<T> read, Consumer<T> then) {
        T answer;
        try {
            answer = read.get();
        } catch (Refusal refusal) {
            refused(refusal);
            return;
        }
        then.accept(answer);
    }

    public void refused(Refusal refusal) {
        say(Kind.ERROR, words -> refusal.text(words.lang()));
    }

    /// Something has succeeded: errors, hints and ways back are over, what was done may be read to its end.
    public void settle() {
        if (current.get()
                .filter(notice -> notice.kind() != Kind.DONE || notice.way().isPresent())
                .isPresent()) {
            clear();
        }
    }

    public void clear() {
        current.set(Optional.empty());
    }
}

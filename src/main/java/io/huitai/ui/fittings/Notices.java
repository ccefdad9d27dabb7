package io.huitai.ui.fittings;

import io.huitai.till.Refusal;
import java.util.Optional;
import java.util.function.Function;
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
    public record Notice(Kind kind, Function<Words, String> text) {}

    public ReadOnlyObjectProperty<Optional<Notice>> current() {
        return current.getReadOnlyProperty();
    }

    public void say(Kind kind, Function<Words, String> text) {
        current.set(Optional.of(new Notice(kind, text)));
    }

    public void say(Kind kind, String key) {
        say(kind, words -> words.get(key));
    }

    public void refused(Refusal refusal) {
        say(Kind.ERROR, words -> refusal.text(words.lang()));
    }

    /// Something has succeeded: errors and hints are over, what was done may be read to its end.
    public void settle() {
        if (current.get().filter(notice -> notice.kind() != Kind.DONE).isPresent()) {
            clear();
        }
    }

    public void clear() {
        current.set(Optional.empty());
    }
}

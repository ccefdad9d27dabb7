package io.huitai.device.driver;

import io.huitai.device.Reader;
import io.huitai.device.ReaderEvent;
import io.huitai.device.ReaderEvent.Loss;
import io.huitai.device.ReaderSettings;
import io.huitai.device.decode.Unreadable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/// The contactless readers of the system's card service, all or those whose name contains a text.
///
/// A card that lies there when its reader appears has not been tapped: it may be the last guest's.
final class PcscReader implements Reader {
    private static final Duration POLL = Duration.ofMillis(250);

    private final ReaderSettings settings;
    private final Optional<String> wanted;
    private final CardService service;
    private final Attendance attendance;
    private Optional<TagConversation> latest = Optional.empty();

    PcscReader(ReaderSettings settings, Optional<String> wanted, CardService service, Consumer<ReaderEvent> events) {
        this.settings = settings;
        this.service = service;
        this.wanted = wanted.map(name -> name.toLowerCase(Locale.ROOT));
        attendance = Attendance.start(settings.name(), this::visit, events);
    }

    @Override
    public ReaderSettings settings() {
        return settings;
    }

    private void visit(Attendance here) throws DeviceLost, InterruptedException {
        if (latest.filter(TagConversation::hangs).isPresent()) {
            throw new DeviceLost(Loss.TIMED_OUT, "it still hangs in an earlier card");
        }
        var terminals = service.terminals();
        try {
            watch(terminals, here);
        } catch (CardException ended) {
            service.forget();
            throw new DeviceLost(Loss.NO_SERVICE, "the card service (PC/SC) has ended", ended);
        }
    }

    /// Until the service ends, which its list of readers tells, or the last reader goes.
    private void watch(CardTerminals terminals, Attendance here)
            throws CardException, DeviceLost, InterruptedException {
        var known = new HashSet<String>();
        var lying = new HashSet<String>();
        while (here.goesOn()) {
            var found = found(terminals);
            if (found.isEmpty()) {
                throw new DeviceLost(known.isEmpty() ? Loss.UNREACHABLE : Loss.BROKEN_OFF, "no reader is plugged in");
            }
            known.retainAll(names(found));
            lying.retainAll(known);
            try {
                for (var terminal : found) {
                    look(terminal, known.add(terminal.getName()), lying, here);
                }
                here.connected();
                terminals.waitForChange(POLL.toMillis());
            } catch (CardException | IllegalStateException oneWent) {
                here.rest(POLL); // and the next list is without it
            }
        }
    }

    private List<CardTerminal> found(CardTerminals terminals) throws CardException {
        return terminals.list().stream()
                .filter(terminal -> wanted.filter(name ->
                                !terminal.getName().toLowerCase(Locale.ROOT).contains(name))
                        .isEmpty())
                .toList();
    }

    private static Set<String> names(List<CardTerminal> terminals) {
        var names = new HashSet<String>();
        terminals.forEach(terminal -> names.add(terminal.getName()));
        return names;
    }

    private void look(CardTerminal terminal, boolean firstTime, Set<String> lying, Attendance here)
            throws CardException, DeviceLost, InterruptedException {
        var present = terminal.isCardPresent();
        if (!present && lying.remove(terminal.getName())) {
            here.tell(new ReaderEvent.Lifted(settings.name()));
        } else if (present && lying.add(terminal.getName()) && !firstTime) {
            here.tell(read(terminal));
        }
    }

    private ReaderEvent read(CardTerminal terminal) throws DeviceLost, InterruptedException {
        var conversation = new TagConversation(terminal, service);
        latest = Optional.of(conversation);
        return conversation
                .result()
                .<ReaderEvent>map(tag -> new ReaderEvent.Tapped(settings.name(), tag))
                .orElseGet(() -> new ReaderEvent.Unread(settings.name(), new Unreadable(Unreadable.Reason.GARBLED)));
    }

    @Override
    public void close() {
        attendance.close();
    }
}

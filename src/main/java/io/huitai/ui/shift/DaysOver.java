package io.huitai.ui.shift;

import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.shift.DayEnd;
import io.huitai.till.shift.EndedDay;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Ends the days that are over, a part at a time, so that bills go on in between. Whoever signs out or leaves stops it;
/// the next shift goes on where it was.
public final class DaysOver {
    private final Booth booth;
    private List<EndedDay> ended = List.of();

    public DaysOver(Booth booth) {
        this.booth = booth;
    }

    public void begin() {
        booth.errands().desk(desk -> desk.shift().dayEnd().step(), this::went, this::stopped);
    }

    private void went(DayEnd.Part step) {
        var days = new ArrayList<>(ended);
        step.ended().ifPresent(days::add);
        ended = List.copyOf(days);
        if (step.more()) {
            begin();
        } else if (!ended.isEmpty()) {
            booth.notices().say(Notices.Kind.DONE, words -> told(words, days));
            ended = List.of();
        }
    }

    private void stopped(Refusal refusal) {
        if (refusal.code() != ErrorCode.NOT_SIGNED_IN) { // it goes on by itself with the next shift
            booth.notices().refused(refusal);
        }
    }

    private static String told(Words words, List<EndedDay> days) {
        return words.get(
                "shift.days-over",
                sum(words, days, _ -> 1),
                sum(words, days, EndedDay::expired),
                sum(words, days, EndedDay::vouchersExpired),
                sum(words, days, day -> day.granted().size()),
                sum(words, days, day -> day.upgraded().size()),
                sum(words, days, day -> day.downgraded().size()),
                sum(words, days, day -> day.closed().size()));
    }

    private static String sum(Words words, List<EndedDay> days, ToLongFunction<EndedDay> of) {
        return words.count(days.stream().mapToLong(of).sum());
    }
}

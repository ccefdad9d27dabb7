package io.huitai.device.driver;

import io.huitai.device.ReaderEvent;
import io.huitai.device.decode.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A code ends at a line end or, from a scanner that never sends one, when it falls silent. A scanner that has sent
/// line ends always does, so a code without its own broke off; neither it nor its rest is passed on, for half a
/// code may be another product's.
final class CodeFraming implements Framing {
    /// The longest QR code in the longest characters.
    private static final int MOST = 3 * 4_296;

    private static final long SILENCE = 120;
    private static final long PATIENCE = 1_000;
    private static final long REST_OF_A_TORN_CODE = 5_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;
    private static final byte NUL = 0;
    private static final byte STX = 2;
    private static final byte ETX = 3;
    private static final byte EOT = 4;
    private static final byte TAB = '\t';

    private final String reader;
    private final byte[] held = new byte[MOST];
    private int count;
    private boolean tooLong;
    private boolean endsLines;
    private long lastAt;
    private long tornAt = LONG_AGO;

    CodeFraming(String reader) {
        this.reader = reader;
    }

    @Override
    public List<ReaderEvent> hear(byte[] bytes, int length, long atMillis) {
        var events = new ArrayList<ReaderEvent>();
        lastAt = atMillis;
        for (var index = 0; index < length; index++) {
            var next = bytes[index];
            if (next == '\r' || next == '\n' || next == ETX) {
                endsLines = true;
                if (count > 0) {
                    events.add(ended(atMillis));
                }
            } else if (count == MOST) {
                tooLong = true;
            } else if (count > 0 || !isSign(next)) {
                held[count++] = next;
            }
        }
        return events;
    }

    @Override
    public List<ReaderEvent> tick(long nowMillis) {
        if (count == 0 || nowMillis - lastAt < (endsLines ? PATIENCE : SILENCE)) {
            return List.of();
        }
        if (endsLines) {
            lost(nowMillis);
            return List.of(new ReaderEvent.Unread(reader, new Unreadable(Unreadable.Reason.GARBLED)));
        }
        return List.of(ended(nowMillis));
    }

    /// What scanners send around a code and is none of it: a Tab behind the line end stands in front of the next.
    private static boolean isSign(byte next) {
        return next == STX || next == TAB || next == NUL || next == EOT;
    }

    private ReaderEvent ended(long now) {
        var fault = tooLong
                ? Optional.of(Unreadable.Reason.TOO_LONG)
                : now - tornAt < REST_OF_A_TORN_CODE
                        ? Optional.of(Unreadable.Reason.GARBLED)
                        : Optional.<Unreadable.Reason>empty();
        while (count > 0 && held[count - 1] == TAB) {
            count--;
        }
        var text = new String(held, 0, count, StandardCharsets.UTF_8);
        wipe();
        tornAt = LONG_AGO;
        return fault.<ReaderEvent>map(why -> new ReaderEvent.Unread(reader, new Unreadable(why)))
                .orElseGet(() -> new ReaderEvent.Scanned(reader, text));
    }

    @Override
    public void lost(long nowMillis) {
        if (count > 0) {
            tornAt = nowMillis;
        }
        wipe();
    }

    private void wipe() {
        Arrays.fill(held, (byte) 0);
        count = 0;
        tooLong = false;
    }
}

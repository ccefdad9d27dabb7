package io.huitai.device.driver;

import io.huitai.device.ReaderEvent;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.Tracks;
import io.huitai.device.decode.Unreadable;
import io.huitai.device.wedge.Chatter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// A swipe is over when the reader falls silent, for the line ends stand between its tracks too: soon behind an end
/// sentinel or a line end, later in the middle of a track. What broke off in the middle is no card, nor is its rest.
final class SwipeFraming implements Framing {
    /// More than three tracks with LRCs and line ends, sent twice.
    private static final int MOST = 600;

    private static final long SILENCE = 80;
    private static final long PATIENCE = 1_000;
    private static final long REST_OF_A_TORN_SWIPE = 5_000;
    private static final Duration DOUBLE_SWIPE = Duration.ofMillis(1_500);
    private static final String STARTS = "%;+";

    private final String reader;
    private final Chatter chatter = new Chatter(DOUBLE_SWIPE);
    private final byte[] held = new byte[MOST];
    private int count;
    private boolean tooLong;
    private long lastAt;
    private long tornAt = Long.MIN_VALUE / 2;

    SwipeFraming(String reader) {
        this.reader = reader;
    }

    @Override
    public List<ReaderEvent> hear(byte[] bytes, int length, long atMillis) {
        var fits = Math.min(length, MOST - count);
        System.arraycopy(bytes, 0, held, count, fits);
        count += fits;
        tooLong |= fits < length;
        lastAt = atMillis;
        return List.of();
    }

    @Override
    public List<ReaderEvent> tick(long nowMillis) {
        var allowance = isWhole() ? SILENCE : PATIENCE;
        return count == 0 || nowMillis - lastAt < allowance ? List.of() : settled(nowMillis);
    }

    private List<ReaderEvent> settled(long now) {
        var whole = isWhole();
        var swipe = judged(whole, now);
        wipe();
        if (!whole) {
            tornAt = now;
        }
        var nothing = swipe.equals(new Unreadable(Unreadable.Reason.EMPTY)) && whole;
        return nothing || !chatter.isNews(swipe, now) ? List.of() : List.of(new ReaderEvent.Swiped(reader, swipe));
    }

    private Swipe judged(boolean whole, long now) {
        if (tooLong) {
            return new Unreadable(Unreadable.Reason.TOO_LONG);
        }
        var swipe = Tracks.decode(new String(held, 0, count, StandardCharsets.ISO_8859_1));
        var rest = now - tornAt < REST_OF_A_TORN_SWIPE && STARTS.indexOf(held[0]) < 0;
        return (whole && !rest) || swipe instanceof PaymentCard ? swipe : new Unreadable(Unreadable.Reason.GARBLED);
    }

    /// Behind an end sentinel, its LRC, or a line end.
    private boolean isWhole() {
        return count > 0 && (ends(held[count - 1]) || held[count - 1] == '?' || (count > 1 && held[count - 2] == '?'));
    }

    private static boolean ends(byte character) {
        return character == '\r' || character == '\n';
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

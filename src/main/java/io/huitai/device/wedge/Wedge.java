package io.huitai.device.wedge;

import io.huitai.device.decode.Tracks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Tells keyboard-wedge scanners and magstripe readers from people, by speed and frame, whatever has the focus.
///
/// Every keyboard event goes in here first and is held back. Strokes that follow each other within the gap are a burst;
/// a burst in the frame of a swipe (`%`, `;` or `+` … `?`) or of a scan (prefix or a digit in it, long enough, ended by
/// Enter or Tab) comes out as such, and Enter and Tab within the tail behind it are the reader's too. Anything else
/// comes out as typed, in order, a person's key no later than the gap.
///
/// Where reader and person cannot be told apart: a person's Enter within the tail of a scan is taken for the reader's;
/// a reader slower than the gap between keys types like a person; keys pressed amid a burst are read into it.
///
/// The front feeds {@link #hear} and, at the time {@link #due} names, {@link #tick}, on one thread and behind the
/// keyboard events that already wait there. Times are millis on any one steady clock. Pure, and bounded: a burst longer
/// than any reader's is typed.
///
/// @param <E> the front's own keyboard event, to be fired again when it was a person's
public final class Wedge<E> {
    static final int LONGEST = 4_400;

    /// From so many characters on it is a reader's hand, and the next may wait for `patience`.
    private static final int CERTAIN = 4;

    /// Two different characters so close are nobody's two fingers, and no worn key's; then the next may pause like a
    /// hesitating line does.
    private static final long INHUMAN = 12;

    private static final long HESITATION = 120;

    /// So many characters at so many millis each are no hand's work.
    private static final int SURE = 8;

    private static final long FASTEST_HAND = 55;
    private static final long REST_OF_A_TORN_SCAN = 1_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;
    private static final Duration DOUBLE_SWIPE = Duration.ofMillis(1_500);

    /// A swipe from sentinel to sentinel, an LRC behind it; readers send `E` for a track they could not read.
    private static final Pattern CARD = Pattern.compile(
            "(?:%[A-Za-z]?[0-9 ]{4,}|[;+][0-9]{4,}|[%;+][Ee]\\?).*\\?.?|[%;+][Ee]\\?.?", Pattern.DOTALL);

    /// Any burst framed so, and a card's beginning that broke off: no field may get to see it.
    private static final Pattern FRAMED = Pattern.compile("[%;+].{2,}\\?.?", Pattern.DOTALL);

    private static final Pattern BROKEN_OFF = Pattern.compile("(?:%[A-Za-z]|;)[0-9]{8,}.*", Pattern.DOTALL);

    private final WedgeSettings settings;
    private final long gap;
    private final long patience;
    private final long tail;
    private final Chatter chatter = new Chatter(DOUBLE_SWIPE);

    private Burst<E> burst = new Burst<>();
    private long wall;
    private long began;
    private long lastAt;
    private long hurriedAt = LONG_AGO;
    private long frameEndedAt = LONG_AGO;
    private long readersKeyAt = LONG_AGO;
    private long composedAt = LONG_AGO;
    /// What went through as typed last and may turn out to have been a reader's beginning; and the same as it was when
    /// the burst began.
    private Loose loose = Loose.NONE;

    private Loose before = Loose.NONE;

    /// @param began on the clock of the wall
    /// @param torn a reader's for certain
    private record Loose(String text, long began, long until, boolean torn) {
        static final Loose NONE = new Loose("", LONG_AGO, LONG_AGO, false);
    }

    public Wedge(WedgeSettings settings) {
        this.settings = settings;
        gap = settings.pace().gap().toMillis();
        patience = settings.pace().patience().toMillis();
        tail = settings.pace().tail().toMillis();
    }

    /// Takes one event and says what is settled by it.
    public List<Heard<E>> hear(E event, Stroke stroke, long atMillis) {
        return hear(event, stroke, atMillis, atMillis);
    }

    /// The same for a front that was busy.
    ///
    /// @param atMillis when it may have come, at the earliest
    /// @param heardMillis when it was handled, on a clock of its own that never waits
    public List<Heard<E>> hear(E event, Stroke stroke, long atMillis, long heardMillis) {
        wall = heardMillis;
        var heard = new ArrayList<>(tick(atMillis));
        switch (stroke) {
            case Stroke.Silent() -> silent(event, atMillis, heard);
            case Stroke.Symbol(var character) -> symbol(event, character, atMillis, heard);
            case Stroke.Numbered() -> numbered(event, atMillis, heard);
            case Stroke.Terminator() -> terminator(event, atMillis, heard);
            case Stroke.ControlledEnd() -> {
                if (isCertain() || isReadersTail(atMillis)) {
                    terminator(event, atMillis, heard);
                } else {
                    persons(event, heard);
                }
            }
            case Stroke.Repeated(), Stroke.Other() -> persons(event, heard);
        }
        return heard;
    }

    /// An input method composed something: a burst that it got its hands on is not whole.
    public void composed(long atMillis) {
        composedAt = atMillis;
    }

    /// Says what is settled by nothing having come until now.
    public List<Heard<E>> tick(long nowMillis) {
        var due = due();
        return due.isPresent() && nowMillis >= due.getAsLong() ? settle(nowMillis, false) : List.of();
    }

    /// When {@link #tick} is wanted, if nothing comes before; empty while nothing is held back.
    public OptionalLong due() {
        return burst.isEmpty() ? OptionalLong.empty() : OptionalLong.of(lastAt + allowance() + 1);
    }

    /// Whether the time of what comes next matters: strokes are held back, or a reader's tail is open.
    public boolean isWatching(long nowMillis) {
        return !burst.isEmpty() || isReadersTail(nowMillis);
    }

    private long allowance() {
        if (isCertain() || isBeyondPrefix(burst.text())) {
            return patience;
        }
        return burst.length() > 1 && lastAt == hurriedAt ? Math.max(gap, HESITATION) : gap;
    }

    private boolean isCertain() {
        return burst.length() >= CERTAIN && !burst.isHeldKey();
    }

    private boolean isReadersTail(long at) {
        return burst.length() == 0 && at - frameEndedAt <= tail;
    }

    /// Behind a reader's key it is the rest of that key; between strokes it goes with them.
    private void silent(E event, long at, List<Heard<E>> heard) {
        if (burst.isEmpty() && at - readersKeyAt <= gap) {
            return;
        }
        if (burst.isEmpty()) {
            lastAt = at;
        }
        burst.add(event);
        bound(heard);
    }

    private void symbol(E event, char character, long at, List<Heard<E>> heard) {
        if (burst.length() == 0) {
            before = at <= loose.until() ? loose : Loose.NONE;
            began = before.text().isEmpty() ? wall : before.began();
        } else if (at - lastAt <= INHUMAN && !burst.endsWith(character)) {
            hurriedAt = at;
        }
        frameEndedAt = LONG_AGO;
        burst.add(event, settings.layout().getOrDefault(character, character), at);
        lastAt = at;
        bound(heard);
    }

    /// It keeps its burst together; its character comes when Alt is let go.
    private void numbered(E event, long at, List<Heard<E>> heard) {
        burst.add(event);
        lastAt = at;
        bound(heard);
    }

    private void terminator(E event, long at, List<Heard<E>> heard) {
        if (isReadersTail(at)) {
            heard.addAll(typed(at));
            readersKeyAt = at;
            return;
        }
        if (burst.length() == 0) {
            before = at <= loose.until() ? loose : Loose.NONE;
            began = before.began();
        }
        burst.add(event);
        lastAt = at;
        heard.addAll(settle(at, true));
    }

    /// A person's key, whatever was under way: what is certainly a reader's goes on behind it.
    private void persons(E event, List<Heard<E>> heard) {
        if (isCertain()) {
            heard.add(new Heard.Typed<>(List.of(event)));
        } else {
            burst.add(event);
            heard.addAll(typed(LONG_AGO));
            loose = Loose.NONE;
        }
    }

    private void bound(List<Heard<E>> heard) {
        if (burst.length() > LONGEST || burst.events() > 10 * LONGEST) {
            heard.addAll(typed(LONG_AGO));
        }
    }

    /// The burst is over: a swipe, a scan, or somebody typing.
    private List<Heard<E>> settle(long at, boolean terminated) {
        var text = burst.text();
        var card = cardStart(text, terminated);
        if (card >= 0) {
            return swiped(text, card, at);
        }
        if (isBegunBefore(text, terminated)) {
            return scannedLate(at);
        }
        return isScan(text, terminated) ? scanned(at) : typed(terminated ? LONG_AGO : at);
    }

    private List<Heard<E>> swiped(String text, int start, long at) {
        var heard = new ArrayList<Heard<E>>();
        if (start > 0) {
            heard.add(new Heard.Typed<>(burst.first(start)));
        }
        var swipe = Tracks.decode(text.substring(start));
        forget(at);
        if (chatter.isNews(swipe, at)) {
            heard.add(new Heard.Swiped<>(swipe));
        }
        return heard;
    }

    /// Where a swipe begins, behind the little a person may have typed just before it, or -1.
    private static int cardStart(String text, boolean terminated) {
        if ((terminated && FRAMED.matcher(text).matches())
                || BROKEN_OFF.matcher(text).matches()) {
            return 0;
        }
        for (var at = 0; at < Math.min(CERTAIN, text.length()); at++) {
            if (CARD.matcher(text.substring(at)).matches()) {
                return at;
            }
        }
        return -1;
    }

    private boolean isScan(String text, boolean terminated) {
        if (isPrefixed(text)) {
            return isBeyondPrefix(text);
        }
        return terminated
                && text.length() >= settings.shortest()
                && !burst.isHeldKey()
                && (Burst.hasDigit(text) || !burst.unshifted().equals(text));
    }

    private boolean isBeyondPrefix(String text) {
        return isPrefixed(text) && text.length() > settings.prefix().length();
    }

    private boolean isPrefixed(String text) {
        return !settings.prefix().isEmpty() && text.startsWith(settings.prefix());
    }

    private boolean isBegunBefore(String text, boolean terminated) {
        var whole = before.text() + text;
        return terminated
                ? before.torn() || isSlowScan(whole) || isTornArticle(whole)
                : isCertain() && !before.text().isEmpty() && isBeyondPrefix(whole);
    }

    /// Whether so many characters came faster than any hand writes them, though one by one.
    private boolean isSlowScan(String whole) {
        return whole.length() >= SURE
                && !isArticleAlone(whole)
                && !before.text().isEmpty()
                && wall - began <= FASTEST_HAND * whole.length()
                && whole.chars().distinct().count() > 1
                && Burst.hasDigit(whole);
    }

    /// Whether a reader's hand wrote all of an article's number, and a person what stands before it.
    private boolean isArticleAlone(String whole) {
        return isCertain()
                && !Burst.isArticle(whole)
                && !isPrefixed(whole)
                && (Burst.isArticle(burst.text()) || burst.personsBefore(CERTAIN - 1) > 0);
    }

    /// Whether a reader's hand ends what went through as typed just before: the check digit fits only with it.
    private boolean isTornArticle(String whole) {
        return isCertain()
                && whole.length() > burst.length()
                && !Burst.isArticle(burst.text())
                && Burst.isArticle(whole)
                && whole.chars().distinct().count() > 1;
    }

    private List<Heard<E>> scanned(long at) {
        var text = burst.unshifted();
        var begun = before.text().length() < CERTAIN && !before.text().isEmpty();
        var persons = isPrefixed(text) ? 0 : burst.personsBefore(CERTAIN - 1);
        if (begun && persons == 0 && !isPrefixed(text) && !Burst.isArticle(text)) {
            return scannedLate(at);
        }
        var heard = new ArrayList<Heard<E>>();
        if (persons > 0) {
            heard.add(new Heard.Typed<>(burst.first(persons)));
        }
        heard.add(isComposed(at) ? new Heard.Unread<>() : new Heard.Scanned<>(bare(text.substring(persons))));
        forget(at);
        return heard;
    }

    /// Its beginning went through as typed: it is taken back. Behind a stall only a check digit makes it one code.
    private List<Heard<E>> scannedLate(long at) {
        var whole = before.text() + burst.text();
        var heard = new ArrayList<Heard<E>>();
        heard.add(new Heard.TakenBack<>(before.text().length()));
        heard.add(
                isComposed(at) || (before.torn() && !Burst.isArticle(whole))
                        ? new Heard.Unread<>()
                        : new Heard.Scanned<>(bare(whole)));
        forget(at);
        return heard;
    }

    private boolean isComposed(long at) {
        return at - composedAt <= patience;
    }

    private String bare(String text) {
        var begin = isPrefixed(text) ? settings.prefix().length() : 0;
        var end = text.endsWith(settings.suffix())
                ? text.length() - settings.suffix().length()
                : text.length();
        return text.substring(begin, Math.max(begin, end));
    }

    /// @param at when it fell silent, and long ago where it was ended by a person's key
    private List<Heard<E>> typed(long at) {
        if (burst.isEmpty()) {
            return List.of();
        }
        var typed = new Heard.Typed<>(burst.all());
        if (burst.length() > 0) {
            loose = loose(at);
        } else if (at == LONG_AGO) {
            loose = Loose.NONE;
        }
        clear();
        return List.of(typed);
    }

    /// A reader that paused behind its first characters goes on soon; one that stalled, a little later.
    private Loose loose(long at) {
        var text = before.text() + burst.text();
        var torn = before.torn() || isCertain();
        if (at == LONG_AGO || text.length() > LONGEST || !isPlain(text)) {
            return Loose.NONE;
        }
        return new Loose(
                text,
                began,
                lastAt + (torn && Burst.hasDigit(text) ? REST_OF_A_TORN_SCAN : HESITATION),
                torn && Burst.hasDigit(text));
    }

    private boolean isPlain(String text) {
        var begin = isPrefixed(text) ? settings.prefix().length() : 0;
        return text.equals(settings.prefix()) || text.substring(begin).chars().allMatch(Character::isLetterOrDigit);
    }

    private void forget(long at) {
        clear();
        loose = Loose.NONE;
        frameEndedAt = at;
        readersKeyAt = at;
    }

    private void clear() {
        burst = new Burst<>();
        before = Loose.NONE;
    }
}

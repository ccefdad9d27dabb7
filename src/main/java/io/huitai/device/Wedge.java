package io.huitai.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Tells keyboard-wedge scanners and magstripe readers from people, by speed and frame, whatever has the focus.
///
/// Every keyboard event goes in here first and is held back. Strokes that follow each other within the gap are a burst;
/// a burst in the frame of a swipe (`%`, `;` or `+` … `?`) or of a scan (prefix or a digit in it, long enough, ended by
/// Enter or Tab) comes out as such. Anything else comes out as typed, in order, a person's key no later than the gap.
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
    private final Chatter chatter = new Chatter(DOUBLE_SWIPE);

    private List<E> held = new ArrayList<>();
    /// The symbols among the held events, by the keyboard meant, and for each the number of events up to it.
    private StringBuilder symbols = new StringBuilder();

    private List<Integer> ends = new ArrayList<>();
    private long lastAt;
    private long frameEndedAt = Long.MIN_VALUE / 2;

    public Wedge(WedgeSettings settings) {
        this.settings = settings;
        gap = settings.gap().toMillis();
        patience = settings.patience().toMillis();
    }

    /// Takes one event and says what is settled by it.
    public List<Heard<E>> hear(E event, Stroke stroke, long atMillis) {
        var heard = new ArrayList<>(tick(atMillis));
        switch (stroke) {
            case Stroke.Silent() -> silent(event, atMillis, heard);
            case Stroke.Symbol(var character) -> symbol(event, character, atMillis, heard);
            case Stroke.Terminator() -> terminator(event, atMillis, heard);
            case Stroke.Other() -> {
                held.add(event);
                heard.addAll(typed());
            }
        }
        return heard;
    }

    /// Says what is settled by nothing having come until now.
    public List<Heard<E>> tick(long nowMillis) {
        var due = due();
        return due.isPresent() && nowMillis >= due.getAsLong() ? settle(nowMillis, false) : List.of();
    }

    /// When {@link #tick} is wanted, if nothing comes before; empty while nothing is held back.
    public OptionalLong due() {
        return held.isEmpty() ? OptionalLong.empty() : OptionalLong.of(lastAt + allowance() + 1);
    }

    private long allowance() {
        return symbols.length() >= CERTAIN ? patience : gap;
    }

    /// Behind a frame it is the rest of the frame's last key; between strokes it goes with them.
    private void silent(E event, long at, List<Heard<E>> heard) {
        if (held.isEmpty() && at - frameEndedAt <= gap) {
            return;
        }
        if (held.isEmpty()) {
            lastAt = at;
        }
        held.add(event);
        bound(heard);
    }

    private void symbol(E event, char character, long at, List<Heard<E>> heard) {
        held.add(event);
        symbols.append(settings.layout().getOrDefault(character, character).charValue());
        ends.add(held.size());
        lastAt = at;
        bound(heard);
    }

    private void terminator(E event, long at, List<Heard<E>> heard) {
        held.add(event);
        lastAt = at;
        heard.addAll(settle(at, true));
    }

    private void bound(List<Heard<E>> heard) {
        if (symbols.length() > LONGEST || held.size() > 4 * LONGEST) {
            heard.addAll(typed());
        }
    }

    /// The burst is over: a swipe, a scan, or somebody typing.
    private List<Heard<E>> settle(long at, boolean terminated) {
        var text = symbols.toString();
        var card = cardStart(text, terminated);
        if (card >= 0) {
            return swiped(text, card, at);
        }
        if (isScan(text, terminated)) {
            forget(at);
            return List.of(new Heard.Scanned<>(bare(text)));
        }
        return typed();
    }

    private List<Heard<E>> swiped(String text, int start, long at) {
        var heard = new ArrayList<Heard<E>>();
        if (start > 0) {
            heard.add(new Heard.Typed<>(held.subList(0, ends.get(start - 1))));
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
        if (!settings.prefix().isEmpty() && text.startsWith(settings.prefix())) {
            return text.length() > settings.prefix().length();
        }
        return terminated
                && text.length() >= settings.shortest()
                && text.chars().anyMatch(character -> character >= '0' && character <= '9');
    }

    private String bare(String text) {
        var begin = text.startsWith(settings.prefix()) ? settings.prefix().length() : 0;
        var end = text.endsWith(settings.suffix())
                ? text.length() - settings.suffix().length()
                : text.length();
        return text.substring(begin, Math.max(begin, end));
    }

    private List<Heard<E>> typed() {
        if (held.isEmpty()) {
            return List.of();
        }
        var typed = new Heard.Typed<>(held);
        clear();
        return List.of(typed);
    }

    private void forget(long at) {
        clear();
        frameEndedAt = at;
    }

    private void clear() {
        held = new ArrayList<>();
        symbols = new StringBuilder();
        ends = new ArrayList<>();
    }
}

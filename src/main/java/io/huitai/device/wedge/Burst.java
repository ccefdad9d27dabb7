package io.huitai.device.wedge;

import io.huitai.device.decode.CheckDigits;
import java.util.ArrayList;
import java.util.List;

/// The strokes that follow each other so closely that they may be a reader's, held back with their times. Not
/// thread-safe.
///
/// @param <E> the front's own keyboard event
final class Burst<E> {
    private static final String SHIFTED = ")!@#$%^&*(";

    /// A key that is held repeats itself some 30 times a second; readers of one character's codes are faster.
    private static final long REPEATS_MILLIS = 15;

    private final List<E> events = new ArrayList<>();
    /// The symbols among the events, by the keyboard meant; for each the number of events up to it, and its time.
    private final StringBuilder symbols = new StringBuilder();

    private final List<Integer> ends = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    void add(E event) {
        events.add(event);
    }

    void add(E event, char symbol, long at) {
        events.add(event);
        symbols.append(symbol);
        ends.add(events.size());
        times.add(at);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    int events() {
        return events.size();
    }

    int length() {
        return symbols.length();
    }

    boolean endsWith(char symbol) {
        return !symbols.isEmpty() && symbols.charAt(symbols.length() - 1) == symbol;
    }

    String text() {
        return symbols.toString();
    }

    List<E> all() {
        return List.copyOf(events);
    }

    /// The events up to and with so many symbols.
    List<E> first(int count) {
        return List.copyOf(events.subList(0, ends.get(count - 1)));
    }

    static boolean hasDigit(CharSequence text) {
        return text.chars().anyMatch(character -> character >= '0' && character <= '9');
    }

    /// One character over and over, at the pace of a key held down.
    boolean isHeldKey() {
        var count = symbols.length();
        return count > 1
                && times.getLast() - times.getFirst() >= REPEATS_MILLIS * (count - 1)
                && symbols.chars().allMatch(each -> each == symbols.charAt(0));
    }

    /// The text where somebody leant on Shift while a number was scanned: signs of the digits' keys, and nothing else.
    String unshifted() {
        if (symbols.chars().anyMatch(character -> SHIFTED.indexOf(character) < 0)) {
            return text();
        }
        var digits = new StringBuilder();
        symbols.chars().forEach(character -> digits.append(SHIFTED.indexOf(character)));
        return digits.toString();
    }

    /// How many of the first symbols a person typed on whose heels the reader followed: a number with its check digit
    /// without them and not with them, behind a pause longer than any of its own.
    int personsBefore(int most) {
        var text = text();
        if (isArticle(text)) {
            return 0;
        }
        for (var count = 1; count <= Math.min(most, text.length() - 8); count++) {
            if (isArticle(text.substring(count)) && pause(count) > 2 * longestFrom(count + 1) + 2) {
                return count;
            }
        }
        return 0;
    }

    private long pause(int index) {
        return times.get(index) - times.get(index - 1);
    }

    private long longestFrom(int index) {
        var longest = 0L;
        for (var each = index; each < times.size(); each++) {
            longest = Math.max(longest, pause(each));
        }
        return longest;
    }

    /// EAN-8, UPC-A, EAN-13 or GTIN-14 with its check digit.
    static boolean isArticle(String text) {
        return (text.length() == 8 || (text.length() >= 12 && text.length() <= 14))
                && CheckDigits.allDigits(text)
                && CheckDigits.gs1(text);
    }
}

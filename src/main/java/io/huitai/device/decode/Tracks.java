package io.huitai.device.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Decodes what a magstripe reader sends (ISO/IEC 7811-6 and 7813, track 3 after ISO/IEC 4909). Pure.
///
/// A number is taken from track 1 or 2, which must agree; from track 3 only where they are silent. One track that
/// reads well is enough. A payment card on any track refuses the swipe, and nothing of it is kept.
public final class Tracks {
    /// Three tracks at their longest (79 + 40 + 107), with LRCs and line ends, sent twice by a chattering reader.
    static final int LONGEST_RAW = 512;

    private static final int LONGEST_NUMBER = 19;
    private static final char END = '?';
    private static final String STARTS = "%;+";

    /// `B number ^ name ^ YYMM service …`, or a house's own card with nothing but the number.
    private static final Pattern TRACK_1 = Pattern.compile("[A-Z]?([0-9 ]{4,25})(?:\\^[^^]*(?:\\^(.{0,60}))?)?");

    /// `number = YYMM service …`, or nothing but the number. Chips and some readers write `D` for `=` and fill with
    /// `F`.
    private static final Pattern TRACK_2 = Pattern.compile("([0-9]{4,})(?:[=Dd]([0-9=]*)[Ff]?)?");

    /// `FF number = …` with a format code of two digits, or a house's own digits.
    private static final Pattern TRACK_3 = Pattern.compile("([0-9]{4,})(?:[=Dd]([0-9=]*))?");

    /// What nothing but a track looks like: from sentinel to sentinel, or with a separator and a date behind the
    /// number.
    private static final Pattern TRACK = Pattern.compile("%[A-Za-z]?[0-9 ]{4,25}(?:\\^.*)?\\?.*"
            + "|[;+][0-9]{4,}(?:[=Dd][0-9=]*[Ff]*)?\\?.*"
            + "|[0-9]{8,19}[=Dd][0-9=]{4,}[Ff]*"
            + "|[%;+][Ee]\\?[%;+].*"
            + "|[A-Za-z][0-9 ]{8,25}\\^[^^]*\\^.*");

    /// Track 2 as typed on another keyboard's layout, or without Shift: any sign for each sentinel and the separator.
    private static final String SIGN = "[^0-9A-Za-z\\s\\p{Cntrl}]";

    private static final Pattern OTHER_LAYOUT =
            Pattern.compile(SIGN + "([0-9]{12,19})(?:" + SIGN + "|[Dd])([0-9]{4,})" + SIGN + ".?");

    private Tracks() {}

    /// Whether a text in half width is unmistakably one or more tracks.
    static boolean isTrack(String text) {
        return text.length() <= LONGEST_RAW
                && (TRACK.matcher(text).matches() || OTHER_LAYOUT.matcher(text).matches());
    }

    /// Decodes tracks that come apart, each with or without sentinels and LRC.
    public static Swipe decode(Optional<String> track1, Optional<String> track2, Optional<String> track3) {
        var read = new ArrayList<Track>();
        track1.filter(track -> !track.isBlank()).ifPresent(track -> read.add(alone(Kind.ONE, track)));
        track2.filter(track -> !track.isBlank()).ifPresent(track -> read.add(alone(Kind.TWO, track)));
        track3.filter(track -> !track.isBlank()).ifPresent(track -> read.add(alone(Kind.THREE, track)));
        return judge(read);
    }

    /// Decodes what one swipe types: the tracks one behind another with their sentinels, LRCs where the reader sends
    /// them, line ends anywhere. Without any sentinel it is taken for one track by its look.
    public static Swipe decode(String raw) {
        if (raw.length() > LONGEST_RAW) {
            return new Unreadable(Unreadable.Reason.TOO_LONG);
        }
        var text = usual(raw.replaceAll("[\\r\\n\\t]", ""));
        if (text.isEmpty()) {
            return new Unreadable(Unreadable.Reason.EMPTY);
        }
        if (text.chars().noneMatch(character -> STARTS.indexOf(character) >= 0 || character == END)) {
            return judge(List.of(alone(text.indexOf('^') >= 0 ? Kind.ONE : Kind.TWO, text)));
        }
        return judge(frames(text));
    }

    /// In half width, and with the sentinels of the layout that readers are made for.
    private static String usual(String given) {
        var text = Widths.narrow(given).strip();
        var other = OTHER_LAYOUT.matcher(text);
        return !TRACK.matcher(text).matches() && other.matches()
                ? ";" + other.group(1) + "=" + other.group(2) + END
                : text;
    }

    private static List<Track> frames(String text) {
        var tracks = new ArrayList<Track>();
        var at = 0;
        while (at < text.length()) {
            var kind = Kind.startingWith(text.charAt(at));
            if (kind.isEmpty()) {
                at++;
                continue;
            }
            var end = endOf(text, at);
            if (end < 0 || text.charAt(end) != END) {
                tracks.add(Track.bad(Unreadable.Reason.GARBLED));
                at = end < 0 ? text.length() : end;
                continue;
            }
            var next = hasLrc(text, end) ? end + 2 : end + 1;
            tracks.add(framed(kind.get(), text.substring(at, end + 1), text.substring(end + 1, next)));
            at = next;
        }
        return tracks;
    }

    /// Where the track from `start` ends: at its end sentinel, or at the next start of a track if that comes first.
    private static int endOf(String text, int start) {
        for (var at = start + 1; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == END || character == '%' || character == ';') {
                return at;
            }
        }
        return -1;
    }

    /// One character between an end sentinel and the next start, or the end, is an LRC, even if it looks like a start.
    private static boolean hasLrc(String text, int end) {
        var after = end + 1;
        return after < text.length() && (after + 1 == text.length() || STARTS.indexOf(text.charAt(after + 1)) >= 0);
    }

    private static Track alone(Kind kind, String given) {
        if (given.length() > LONGEST_RAW) {
            return Track.bad(Unreadable.Reason.TOO_LONG);
        }
        var track = kind == Kind.TWO ? usual(given) : Widths.narrow(given).strip();
        var starts = !track.isEmpty() && kind.starts.indexOf(track.charAt(0)) >= 0;
        var end = track.indexOf(END);
        if (end >= 0 && end < track.length() - 2) {
            return Track.bad(Unreadable.Reason.GARBLED);
        }
        if (starts && end >= 0) {
            return framed(kind, track.substring(0, end + 1), track.substring(end + 1));
        }
        return kind.read(track.substring(starts ? 1 : 0, end >= 0 ? end : track.length()));
    }

    /// `frame` runs from sentinel to sentinel; `lrc` is what follows it, empty or one character.
    private static Track framed(Kind kind, String frame, String lrc) {
        var track = kind.read(frame.substring(1, frame.length() - 1));
        var fails = !lrc.isEmpty() && kind.lrc(kind.coded(frame)) != lrc.charAt(0);
        return fails && !track.payment ? Track.bad(Unreadable.Reason.CHECK_FAILED) : track;
    }

    private static Swipe judge(List<Track> tracks) {
        if (tracks.isEmpty()) {
            return new Unreadable(Unreadable.Reason.EMPTY);
        }
        if (tracks.stream().anyMatch(Track::payment)) {
            return new PaymentCard();
        }
        var numbers = numbers(tracks, false);
        if (numbers.isEmpty()) {
            numbers = numbers(tracks, true);
        }
        if (numbers.isEmpty()) {
            var reasons = tracks.stream().flatMap(track -> track.fault.stream());
            return new Unreadable(reasons.findFirst().orElse(Unreadable.Reason.GARBLED));
        }
        if (numbers.size() > 1) {
            return new Unreadable(Unreadable.Reason.TRACKS_DISAGREE);
        }
        var number = numbers.getFirst();
        if (PaymentNumbers.isDamagedMember(number)) {
            return new Unreadable(Unreadable.Reason.CHECK_FAILED);
        }
        return new CardRead(number);
    }

    private static List<String> numbers(List<Track> tracks, boolean third) {
        return tracks.stream()
                .filter(track -> track.third == third)
                .flatMap(track -> track.number.stream())
                .distinct()
                .toList();
    }

    private enum Kind {
        ONE("%", TRACK_1, ' ', 0x3F),
        TWO(";", TRACK_2, '0', 0x0F),
        THREE("+;", TRACK_3, '0', 0x0F);

        private final String starts;
        private final Pattern shape;
        private final char zero;
        private final int mask;

        Kind(String starts, Pattern shape, char zero, int mask) {
            this.starts = starts;
            this.shape = shape;
            this.zero = zero;
            this.mask = mask;
        }

        static Optional<Kind> startingWith(char sentinel) {
            return switch (sentinel) {
                case '%' -> Optional.of(ONE);
                case ';' -> Optional.of(TWO);
                case '+' -> Optional.of(THREE);
                default -> Optional.empty();
            };
        }

        /// As it stands on the stripe, whatever the reader writes for the separator.
        String coded(String frame) {
            return this == ONE ? frame : frame.replace('D', '=').replace('d', '=');
        }

        /// The XOR of all characters from sentinel to sentinel, in the track's own code.
        char lrc(String frame) {
            var sum = this == THREE ? ';' - zero : frame.charAt(0) - zero;
            for (var index = 1; index < frame.length(); index++) {
                sum ^= frame.charAt(index) - zero;
            }
            return (char) ((sum & mask) + zero);
        }

        Track read(String body) {
            var match = shape.matcher(this == ONE ? body.toUpperCase(Locale.ROOT) : body);
            if (!match.matches()) {
                return Track.bad(Unreadable.Reason.GARBLED);
            }
            var digits = match.group(1).replace(" ", "");
            var service = serviceCode(match.toMatchResult());
            if (this == THREE && digits.length() > 2) {
                return third(digits, service);
            }
            if (PaymentNumbers.onTrack(digits, service)) {
                return Track.ofPayment();
            }
            return digits.length() > LONGEST_NUMBER
                    ? Track.bad(Unreadable.Reason.TOO_LONG)
                    : new Track(Optional.of(digits), Optional.empty(), false, false);
        }

        /// Behind the format code 01 of ISO/IEC 4909 stands the number; a house's own track 3 has no such code.
        private static Track third(String digits, String service) {
            var behindCode = digits.substring(2);
            if (PaymentNumbers.onTrack(digits, service) || PaymentNumbers.onTrack(behindCode, service)) {
                return Track.ofPayment();
            }
            var number = digits.startsWith("01") && behindCode.length() >= 12 ? behindCode : digits;
            return number.length() > LONGEST_NUMBER
                    ? Track.bad(Unreadable.Reason.TOO_LONG)
                    : new Track(Optional.of(number), Optional.empty(), false, true);
        }

        private static String serviceCode(MatchResult match) {
            var rest = match.group(2);
            return rest != null && rest.length() >= 7 ? rest.substring(4, 7) : "";
        }
    }

    private record Track(Optional<String> number, Optional<Unreadable.Reason> fault, boolean payment, boolean third) {
        static Track bad(Unreadable.Reason reason) {
            return new Track(Optional.empty(), Optional.of(reason), false, false);
        }

        static Track ofPayment() {
            return new Track(Optional.empty(), Optional.empty(), true, false);
        }

        @Override
        public String toString() {
            return "Track[]";
        }
    }
}

package io.huitai.device.decode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decodes the text a barcode or QR scanner sends. Pure.
///
/// One row of digits may be several things by its shape: goods with an add-on, a guest's payment code, a bank card. So
/// all {@link #readings} are told, the likelier first, and whoever knows catalogue, members and cards decides.
public final class Codes {
    /// A QR code holds at most 4,296 characters.
    static final int LONGEST = 4_296;

    private static final Pattern PAYMENT_CODE = Pattern.compile("(?:1[0-5]|2[5-9]|30)[0-9]{14,22}");
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED = Pattern.compile("[0-9](?:[ +-]{0,3}[0-9]){7,}");
    private static final Pattern GROUPS = Pattern.compile("[ +-]");

    /// ISO/IEC 15424: symbology and what the reader did with it.
    private static final Pattern AIM = Pattern.compile("\\]([A-Za-z][0-9A-Za-z])(.*)", Pattern.DOTALL);

    /// Symbologies that hold element strings: GS1-128, DataBar, DataMatrix, QR, DotCode.
    private static final List<String> OF_ELEMENTS = List.of("C1", "e0", "d2", "Q3", "J1");

    /// Readers that cannot send FNC1 write it out.
    private static final Pattern WRITTEN_SEPARATOR = Pattern.compile("<GS>|\\{GS\\}|\\[GS\\]|␝");

    private static final int SHORTEST_PAN = 16;
    private static final int LABEL = 18;

    private Codes() {}

    /// The likeliest by its shape alone, where nobody knows more.
    public static Scan decode(String scanned) {
        return readings(scanned).getFirst();
    }

    /// All that a scan can be by its shape, the likelier first; one at least. An AIM identifier ("]E0"), FNC1 in front
    /// and white space around the text are dropped, full-width characters read as half-width ones.
    public static List<Scan> readings(String scanned) {
        if (scanned.length() > LONGEST) {
            return List.of(new Unreadable(Unreadable.Reason.TOO_LONG));
        }
        var body = Body.of(scanned);
        var text = body.text();
        if (text.isEmpty()) {
            return List.of(new Unreadable(Unreadable.Reason.EMPTY));
        }
        if (isGarbled(text)) {
            return List.of(new Unreadable(Unreadable.Reason.GARBLED));
        }
        var readings = new ArrayList<Scan>();
        Elements.read(compact(text), body.framed()).ifPresent(readings::add);
        readings.addAll(CheckDigits.allDigits(text) ? digits(text) : words(text));
        readings.add(new Scan.Plain(text));
        return List.copyOf(readings);
    }

    /// The text in half width without what readers put around it, and without the spaces and dashes between groups of
    /// digits: as numbers are stored.
    public static String plain(String scanned) {
        return scanned.length() > LONGEST ? "" : compact(Body.of(scanned).text());
    }

    /// What a scanner read where Caps Lock is on at the keyboard that it types as.
    public static String turnedCase(String scanned) {
        var turned = new StringBuilder(scanned.length());
        scanned.chars()
                .map(character -> character >= 'a' && character <= 'z'
                        ? character - 'a' + 'A'
                        : character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character)
                .forEach(turned::appendCodePoint);
        return turned.toString();
    }

    /// A card's track that came as a scan: the reader sends it so, or its sentinels were lost on the way.
    public static Optional<Swipe> swipe(String scanned) {
        if (scanned.length() > LONGEST) {
            return Optional.empty();
        }
        var text = Widths.narrow(scanned).strip();
        return Tracks.isTrack(text) ? Optional.of(Tracks.decode(text)) : Optional.empty();
    }

    /// Whether a number that is nothing else is a payment card's: issuer range, the issuer's length, Luhn digit, and 16
    /// to 19 digits, for shorter ones are goods as often.
    public static boolean isPan(String plain) {
        return plain.length() >= SHORTEST_PAN && PaymentNumbers.inScan(plain);
    }

    /// Whether a number is a member card's, its check digit right.
    public static boolean isMemberCard(String plain) {
        return CheckDigits.allDigits(plain)
                && PaymentNumbers.isMemberShaped(plain)
                && !PaymentNumbers.isDamagedMember(plain);
    }

    /// Whether a number is a member card's but for its check digit.
    public static boolean isDamagedMemberCard(String plain) {
        return CheckDigits.allDigits(plain)
                && PaymentNumbers.isMemberShaped(plain)
                && PaymentNumbers.isDamagedMember(plain);
    }

    /// What of a scan may be shown to people: not a payment card's number, nor a payment code, nor a long text.
    public static String shown(String scanned) {
        var plain = plain(scanned);
        var tooLong = plain.length() > 64 || plain.chars().anyMatch(character -> character < ' ');
        var secret = PAYMENT_CODE.matcher(plain).matches()
                || (!Gtins.holds(plain)
                        && PaymentNumbers.isIn(GROUPS.matcher(plain).replaceAll("")));
        return tooLong || secret ? "" : plain;
    }

    private static boolean isGarbled(String text) {
        return text.chars()
                        .anyMatch(character -> character < ' '
                                && character != '\n'
                                && character != '\r'
                                && character != Elements.SEPARATOR)
                || text.indexOf('\uFFFD') >= 0;
    }

    /// A scan without its frame.
    ///
    /// @param framed whether the frame says that element strings are in it
    private record Body(String text, boolean framed) {
        static Body of(String scanned) {
            var text = WRITTEN_SEPARATOR
                    .matcher(trimmed(Widths.narrow(scanned)))
                    .replaceAll(Character.toString(Elements.SEPARATOR));
            var aim = AIM.matcher(text);
            var framed = false;
            if (aim.matches()) {
                text = trimmed(aim.group(2));
                framed = OF_ELEMENTS.contains(aim.group(1));
            }
            if (text.indexOf(Elements.SEPARATOR) == 0) {
                framed = true;
            }
            var from = 0;
            var to = text.length();
            while (from < to && text.charAt(from) == Elements.SEPARATOR) {
                from++;
            }
            while (to > from && text.charAt(to - 1) == Elements.SEPARATOR) {
                to--;
            }
            return new Body(trimmed(text.substring(from, to)), framed);
        }

        /// White space goes, FNC1 stays, though Java takes it for white space.
        private static String trimmed(String text) {
            var from = 0;
            var to = text.length();
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        }

        private static boolean isSpace(char character) {
            return character != Elements.SEPARATOR && Character.isWhitespace(character);
        }
    }

    private static String compact(String text) {
        return GROUPED.matcher(text).matches() ? GROUPS.matcher(text).replaceAll("") : text;
    }

    // Digits

    /// What is certain by its check digit comes first; of the rest a guest's code and a bank card before goods that are
    /// seldom written so.
    private static List<Scan> digits(String text) {
        var readings = new ArrayList<Scan>();
        var label = label(text);
        if (text.length() <= 14 && Gtins.holds(text) && (text.length() < 14 || text.charAt(0) == '0')) {
            readings.add(goods(Gtins.usual(text)));
        }
        label.filter(Scan.Label::checked).ifPresent(readings::add);
        if (PAYMENT_CODE.matcher(text).matches()) {
            readings.add(new Scan.PaymentCode(text));
        }
        if (PaymentNumbers.inScan(text)) {
            readings.add(new PaymentCard());
        }
        label.filter(found -> !found.checked()).ifPresent(readings::add);
        if (text.length() == 14 && text.charAt(0) != '0' && Gtins.holds(text)) {
            readings.add(new Scan.Goods(text));
        }
        withoutAddOn(text).map(Codes::goods).ifPresent(readings::add);
        Gtins.ofUpcE(text).map(Codes::goods).ifPresent(readings::add);
        return readings;
    }

    private static Scan goods(String code) {
        return code.length() == 13 && code.charAt(0) == '2'
                ? new Scan.Weighed(
                        code, code.substring(0, 2), code.substring(2, 7), Integer.parseInt(code.substring(7, 12)))
                : new Scan.Goods(code);
    }

    /// Two flag digits, five of the item, twice five of amount and weight, a check digit over all.
    private static Optional<Scan.Label> label(String text) {
        return text.length() == LABEL && text.charAt(0) == '2'
                ? Optional.of(new Scan.Label(
                        text,
                        text.substring(0, 2),
                        text.substring(2, 7),
                        Integer.parseInt(text.substring(7, 12)),
                        Integer.parseInt(text.substring(12, 17)),
                        CheckDigits.ofLabel(text)))
                : Optional.empty();
    }

    /// The goods of an EAN-13 or UPC-A with two or five digits of an issue or a price behind it.
    private static Optional<String> withoutAddOn(String text) {
        var main = switch (text.length()) {
            case 15, 18 -> 13;
            case 14, 17 -> 12;
            default -> 0;
        };
        return main > 0 && Gtins.holds(text.substring(0, main))
                ? Optional.of(Gtins.usual(text.substring(0, main)))
                : Optional.empty();
    }

    // Words

    private static List<Scan> words(String text) {
        var compact = compact(text);
        if (!compact.equals(text)) {
            return digits(compact);
        }
        if (swipe(text).isPresent() || isPaymentTrack(text)) {
            return switch (Tracks.decode(text)) {
                case CardRead read -> List.of(read);
                case PaymentCard refused -> List.of(refused);
                case Unreadable _ -> List.of();
            };
        }
        if (!WEB.matcher(text).matches()) {
            return List.of();
        }
        var readings = new ArrayList<Scan>();
        address(text).ifPresent(address -> {
            Elements.ofLink(address).ifPresent(readings::add);
            readings.add(new Scan.Link(address));
        });
        return readings;
    }

    /// Somebody put a bank card's track into a code, or the reader's settings send swipes as scans.
    private static boolean isPaymentTrack(String text) {
        return (text.indexOf('?') >= 0 || text.indexOf('=') >= 0) && Tracks.decode(text) instanceof PaymentCard;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}

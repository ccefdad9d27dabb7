package io.huitai.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decodes the text a barcode or QR scanner sends. Pure.
public final class Codes {
    /// A QR code holds at most 4,296 characters.
    static final int LONGEST = 4_296;

    private static final Pattern PAYMENT_CODE = Pattern.compile("(?:1[0-5]|2[5-9]|30)[0-9]{14,22}");
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPED = Pattern.compile("[0-9](?:[ -]?[0-9]){11,}");

    private Codes() {}

    /// Decodes one scan. An AIM identifier ("]E0") and white space around the text are dropped.
    public static Scan decode(String scanned) {
        if (scanned.length() > LONGEST) {
            return new Unreadable(Unreadable.Reason.TOO_LONG);
        }
        var text = scanned.strip();
        if (text.length() > 3 && text.charAt(0) == ']') {
            text = text.substring(3).strip();
        }
        if (text.isEmpty()) {
            return new Unreadable(Unreadable.Reason.EMPTY);
        }
        if (text.chars().anyMatch(character -> character < ' ' && character != '\n' && character != '\r')
                || text.indexOf('\uFFFD') >= 0) {
            return new Unreadable(Unreadable.Reason.GARBLED);
        }
        return CheckDigits.allDigits(text) ? digits(text) : words(text);
    }

    private static Scan digits(String text) {
        if (isGoods(text)) {
            return goods(text.length() == 12 ? "0" + text : text);
        }
        if (PAYMENT_CODE.matcher(text).matches()) {
            return new Scan.PaymentCode(text);
        }
        return PaymentNumbers.inScan(text) ? new PaymentCard() : new Scan.Plain(text);
    }

    private static boolean isGoods(String text) {
        return (text.length() == 8 || text.length() == 12 || text.length() == 13) && CheckDigits.gs1(text);
    }

    private static Scan goods(String code) {
        return code.length() == 13 && code.charAt(0) == '2'
                ? new Scan.Weighed(
                        code, code.substring(0, 2), code.substring(2, 7), Integer.parseInt(code.substring(7, 12)))
                : new Scan.Goods(code);
    }

    private static Scan words(String text) {
        var grouped = GROUPED.matcher(text).matches() && PaymentNumbers.inScan(text.replaceAll("[ -]", ""));
        if (grouped || isPaymentTrack(text)) {
            return new PaymentCard();
        }
        return WEB.matcher(text).matches()
                ? address(text).<Scan>map(Scan.Link::new).orElseGet(() -> new Scan.Plain(text))
                : new Scan.Plain(text);
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

package io.huitai.receipt;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;

/// What the Chinese font of a receipt printer has a sign for, and what it prints in place of the rest: the nearest
/// meaning in signs that it has (½ is 1/2, ł is l), which may be longer. What has none is left, for its line to be
/// printed as a picture.
///
/// Cheap printers know GBK only, so what GB18030 codes in four bytes counts as missing.
final class Signs {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /// Reading the rules takes a while, and few receipts need them.
    private static final class Nearest {
        private static final Transliterator RULES = Transliterator.getInstance("Latin-ASCII; Any-NFKD; Latin-ASCII");
    }

    private Signs() {}

    /// Whether the printer has a sign for it.
    static boolean isPrintable(int character) {
        return character < 0x80 || codedBytes(character) == 2;
    }

    static boolean arePrintable(String text) {
        return text.codePoints().allMatch(Signs::isPrintable);
    }

    /// The bytes of a text that is printable.
    static byte[] coded(String text) {
        return text.getBytes(GB18030);
    }

    static int codedBytes(int character) {
        return Character.toString(character).getBytes(GB18030).length;
    }

    /// Clean text in signs that the printer has, as far as they say the same.
    static String nearest(String text) {
        if (arePrintable(text)) {
            return text;
        }
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isPrintable(character)) {
                printable.appendCodePoint(character);
            } else {
                append(Character.toString(character), printable);
            }
        });
        return printable.toString();
    }

    /// A fraction behind a whole number keeps a space before it, which the rules put there: 1½ is 1 1/2, not 11/2.
    private static void append(String sign, StringBuilder printable) {
        var said = Nearest.RULES.transliterate(sign);
        if (said.isBlank() || !arePrintable(said)) {
            printable.append(sign);
            return;
        }
        var behindDigit = !printable.isEmpty() && Character.isDigit(printable.charAt(printable.length() - 1));
        printable.append(behindDigit ? said : said.strip());
    }
}

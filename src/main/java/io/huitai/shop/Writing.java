package io.huitai.shop;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.regex.Pattern;

/// How a text is written, apart from what it says. The same name comes with another space, another dot, letters of full
/// width, and signs that nobody sees: here is its form for keeping, for finding, and for numbers.
public final class Writing {
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    /// Other characters for the same letter, which nobody would write by hand: full width letters and digits, half
    /// width kana and hangul, the radicals that are copied out of a PDF. Brackets and commas keep their width.
    private static final Normalizer2 LETTERS = new FilteredNormalizer2(
            COMPATIBLE,
            new UnicodeSet("[[\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF66-\\uFFDC]"
                            + "[:Block=Kangxi_Radicals:][:Block=CJK_Radicals_Supplement:]"
                            + "[:Block=CJK_Compatibility_Ideographs:]]")
                    .freeze());

    private static final String DOTS = "[\u00B7\u0387\u2022\u2027\u2219\u22C5\u25CF\u30FB\uFF65]";
    private static final Pattern DOT = Pattern.compile("(?<=[\\p{L}\\p{M}]) ?" + DOTS + " ?(?=\\p{L})");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{IsHan}) ?[.\uFE52\uFF0E] ?(?=\\p{IsHan})");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    /// Two characters are set apart to be as wide as three: 张　三.
    private static final Pattern PADDING = Pattern.compile(
            "(?<=(?<!\\p{IsHan})\\p{IsHan}) (?=\\p{IsHan})" + "|(?<=\\p{IsHan}) (?=\\p{IsHan}(?!\\p{IsHan}))");
    private static final Pattern BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u2032]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");

    private Writing() {}

    /// The one check of short identifying words.
    static void check(String what, String value, int longest) {
        if (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A " + what + " has 1 to " + longest + " printable characters");
        }
    }

    /// As somebody would write it with care, which is how it is kept: composed, with single spaces, without what is
    /// not seen, with one kind of dot between the parts of a name.
    public static String tidy(String text) {
        var seen = COMPOSED.normalize(LETTERS.normalize(seen(text)));
        var single = SPACES.matcher(seen).replaceAll(" ").strip();
        var dotted = FULL_STOP.matcher(DOT.matcher(single).replaceAll("\u00B7")).replaceAll("\u00B7");
        return PADDING.matcher(dotted).replaceAll("");
    }

    /// By which it is found: whatever way a name is written, its key is the same. Not for people.
    public static String key(String text) {
        var folded = tidy(FOLDED.normalize(tidy(text)));
        var plain = DASHES.matcher(APOSTROPHES.matcher(folded).replaceAll("'")).replaceAll("-");
        return BESIDE_HAN.matcher(plain).replaceAll("");
    }

    /// The signs of a number or a code: half width, digits of every script as 0 to 9, one kind of dash, no spaces.
    public static String plain(String text) {
        var plain = new StringBuilder();
        COMPATIBLE.normalize(seen(text)).codePoints().filter(c -> c != ' ').forEach(c -> {
            var digit = UCharacter.getType(c) == UCharacterCategory.DECIMAL_DIGIT_NUMBER ? UCharacter.digit(c) : -1;
            plain.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return DASHES.matcher(plain).replaceAll("-");
    }

    /// Every white space as a space, and nothing that is not seen: joiners, marks of direction, halves of characters.
    private static String seen(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (UCharacter.isUWhiteSpace(c) || c == '\u2800') {
                seen.append(' ');
            } else if (!isUnseen(c)) {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }

    private static boolean isUnseen(int c) {
        var type = UCharacter.getType(c);
        return type == UCharacterCategory.CONTROL
                || type == UCharacterCategory.FORMAT
                || type == UCharacterCategory.SURROGATE
                || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}

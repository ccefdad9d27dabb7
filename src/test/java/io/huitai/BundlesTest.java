package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All texts for people, whatever room they stand in, and nothing that people read beside them.
class BundlesTest {
    private static final Path MAIN = Path.of(System.getProperty("huitai.basedir", "."), "src", "main");
    private static final Path TEXTS = MAIN.resolve("resources");

    private static final Map<Path, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Za-z0-9_]*|true|false");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:,[^{}]*)?\\}");

    /// What an English text may hold beside ASCII. The window's Chinese font draws other quotation marks and the
    /// typographic apostrophe as wide as a character.
    private static final String MARKS = "→·×−–…¥⇧\u3000";

    /// The house's own name, and the key that leads to the other language.
    private static final Set<String> CHINESE_IN_BOTH =
            Set.of("window.title", "window.product", "foot.language", "copy");

    /// Details of these are English sentences of a parser: Chinese says it in words of its own.
    private static final Set<String> ENGLISH_DETAIL = Set.of("wrong.NOT_AMOUNT", "wrong.VALUE", "wrong.NOT_JSON");

    /// What is recognised in what others write, printed to try a printer, or stands in stores: data, not texts.
    private static final Set<String> DATA = Set.of(
            "Cells",
            "ChargedTo",
            "DishModel",
            "EnrolForm",
            "FreeText",
            "Header",
            "HouseRules",
            "Huitai",
            "IdentityDocument",
            "Membership",
            "PhoneNumber",
            "RosterFile",
            "TestPage",
            "TrainingStore",
            "Weight",
            "Workbook");

    static List<String> rooms() throws IOException {
        return files(TEXTS, "texts_zh.properties")
                .map(file -> TEXTS.relativize(file.getParent()).toString().replace('/', '.'))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesHaveTheSameKeysEachOnce(String room) throws IOException {
        for (var lang : Lang.values()) {
            var seen = new HashSet<String>();
            for (var line : Files.readAllLines(file(room, lang))) {
                var one = new Properties();
                one.load(new StringReader(line));
                one.stringPropertyNames()
                        .forEach(key -> assertThat(seen.add(key))
                                .as("%s %s twice", lang, key)
                                .isTrue());
            }
        }
        assertThat(keys(room, Lang.EN)).isEqualTo(keys(room, Lang.ZH)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextIsSaidWithTheSamePlacesInBoth(String room) {
        for (var key : keys(room, Lang.ZH)) {
            var places = places(text(room, Lang.ZH, key));
            assertThat(places(text(room, Lang.EN, key))).as(key).containsAll(places);
            if (!ENGLISH_DETAIL.contains(key)) {
                assertThat(places).as(key).isEqualTo(places(text(room, Lang.EN, key)));
            }
        }
    }

    /// Whatever stands in the places, it comes out as it went in, and every apostrophe of the text once.
    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextFormats(String room) {
        for (var seed = 1L; seed <= 20; seed++) {
            var random = new Random(seed);
            for (var lang : Lang.values()) {
                for (var key : keys(room, lang)) {
                    var what = "seed " + seed + " " + room + " " + lang + " " + key;
                    var pattern = text(room, lang, key);
                    assertThat(PLACE.matcher(pattern).replaceAll("").replace("''", ""))
                            .as("%s: %s", what, pattern)
                            .doesNotContain("'", "{", "}");
                    var forms = new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex();
                    var details =
                            Arrays.stream(forms).map(form -> any(form, random)).toArray();
                    var said = new Wording(lang, bundle(room, lang)).say(key, details);
                    for (var i = 0; i < details.length; i++) {
                        if (forms[i] == null && pattern.contains("{" + i + "}")) {
                            assertThat(said).as(what).contains(details[i].toString());
                        }
                    }
                    var plain = Arrays.stream(details)
                            .noneMatch(each -> each.toString().contains("'"));
                    if (plain) {
                        assertThat(said.chars().filter(c -> c == '\'').count())
                                .as("%s: %s", what, said)
                                .isEqualTo(
                                        pattern.chars().filter(c -> c == '\'').count() / 2);
                    }
                }
            }
        }
    }

    private static Object any(Format form, Random random) {
        return form == null
                ? List.of("O'Neill", "{0}", "''", "张三", "", "12.50").get(random.nextInt(6))
                : (Object) (long) random.nextInt(3_000);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void englishIsDrawnAsEnglish(String room) {
        for (var key : keys(room, Lang.EN)) {
            if (!CHINESE_IN_BOTH.contains(key)) {
                assertThat(text(room, Lang.EN, key).chars().filter(c -> c > '~' && MARKS.indexOf(c) < 0))
                        .as("%s: %s", key, text(room, Lang.EN, key))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextIsSaidSomewhere(String room) throws IOException {
        var literals = new HashSet<String>();
        var words = new HashSet<String>();
        for (var source : sources().values()) {
            LITERAL.matcher(source).results().forEach(found -> literals.add(found.group(1)));
            WORD.matcher(source).results().forEach(found -> words.add(found.group()));
        }
        var unused = new TreeSet<>(keys(room, Lang.ZH));
        unused.removeIf(key -> isSaid(key, literals, words));
        assertThat(unused).isEmpty();
        assertThat(isSaid("sale.act.nobody-says-it", literals, words)).isFalse();
    }

    /// A key stands in the code as a whole, or its beginning does, which ends with a dot, and so do the names behind
    /// it.
    private static boolean isSaid(String key, Set<String> literals, Set<String> words) {
        if (literals.contains(key)) {
            return true;
        }
        for (var dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            var rest = key.substring(dot + 1);
            if (literals.contains(key.substring(0, dot + 1))
                    && (literals.contains(rest)
                            || Arrays.stream(rest.split("\\.")).allMatch(part -> isNamed(part, literals, words)))) {
                return true;
            }
        }
        var last = key.lastIndexOf('.');
        return last > 0 && literals.contains(key.substring(last)) && isSaid(key.substring(0, last), literals, words);
    }

    private static boolean isNamed(String part, Set<String> literals, Set<String> words) {
        return literals.contains(part)
                || words.contains(part)
                || words.contains(part.toUpperCase(Locale.ROOT).replace('-', '_'))
                || literals.contains(part + ":")
                || part.matches("-?1");
    }

    @Test
    void nothingThatPeopleReadStandsInCode() throws IOException {
        var found = sources().entrySet().stream()
                .filter(source -> LITERAL.matcher(source.getValue())
                        .results()
                        .anyMatch(literal -> literal.group(1).codePoints().anyMatch(Character::isIdeographic)))
                .map(source -> source.getKey().getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(new TreeSet<>(DATA));
    }

    @Test
    void oneClassFindsAndSaysTexts() throws IOException {
        assertThat(sources().entrySet().stream()
                        .filter(source -> Pattern.compile("\\b(ResourceBundle|MessageFormat)\\b")
                                .matcher(source.getValue())
                                .find())
                        .map(source -> source.getKey().getFileName().toString()))
                .containsExactly("Wording.java");
    }

    private static Map<Path, String> sources() throws IOException {
        var sources = new TreeMap<Path, String>();
        for (var file : files(MAIN.resolve("java"), ".java").toList()) {
            sources.put(
                    file,
                    COMMENT.matcher(Files.readString(file))
                            .replaceAll(
                                    found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1))));
        }
        return sources;
    }

    private static Stream<Path> files(Path folder, String end) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList().stream();
        }
    }

    private static Path file(String room, Lang lang) {
        return TEXTS.resolve(room.replace('.', '/')).resolve("texts_" + lang.code() + ".properties");
    }

    private static ResourceBundle bundle(String room, Lang lang) {
        return BUNDLES.computeIfAbsent(file(room, lang), file -> {
            try (var in = Files.newBufferedReader(file)) {
                return new PropertyResourceBundle(in);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /// Names that data bring, which are Chinese by themselves.
    private static boolean isOfData(String key) {
        return key.startsWith("group.") || key.startsWith("unit.");
    }

    private static Set<String> keys(String room, Lang lang) {
        var keys = new TreeSet<>(Collections.list(bundle(room, lang).getKeys()));
        keys.removeIf(BundlesTest::isOfData);
        return keys;
    }

    private static String text(String room, Lang lang, String key) {
        return bundle(room, lang).getString(key);
    }

    private static Set<Integer> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package io.huitai.till.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ibm.icu.text.Transliterator;
import io.huitai.money.Rate;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Operator;
import io.huitai.shop.Product;
import io.huitai.shop.Role;
import io.huitai.till.book.Pins;
import io.huitai.till.training.DemoData.DemoMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds what `assets/demo/README.md` says of the demo data.
class DemoDataTest {
    /// Words that ICU4J, which reads sign by sign, does not read as people do.
    private static final Map<String, String> SPOKEN =
            Map.of("重庆", "cq", "长寿", "cs", "海参", "hs", "番茄", "fq", "茄子", "qz", "咖喱", "gl");

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    private final DemoData demo = DemoData.read();

    @Test
    void theCatalogueHasSomeTwoHundredProductsAndSixtyPackagedGoods() {
        assertThat(demo.products()).hasSizeBetween(200, 240);
        assertThat(demo.products().stream().filter(product -> product.ean().isPresent()))
                .hasSizeBetween(60, 80);
    }

    @Test
    void everyGroupOfTheSaleScreenIsFilledAndNoOtherIsThere() {
        var groups = demo.products().stream().collect(Collectors.groupingBy(Product::group, Collectors.counting()));

        assertThat(groups.keySet()).containsExactlyInAnyOrder("凉菜", "热菜", "主食点心", "酒水", "自助餐", "宴会", "客房", "零售");
        assertThat(groups.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(8));
    }

    @Test
    void numbersNamesAndBarcodesAreUnique() {
        assertThat(demo.products()).extracting(Product::sku).doesNotHaveDuplicates();
        assertThat(demo.products()).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(demo.products()).extracting(Product::nameEn).doesNotHaveDuplicates();
        assertThat(demo.products().stream().flatMap(product -> product.ean().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void barcodesAreMadeUpAndTheirCheckDigitsAreRight() {
        assertThat(demo.products().stream().flatMap(product -> product.ean().stream()))
                .filteredOn(ean -> ean.length() != 7) // seven digits begin a scale's label
                .allSatisfy(ean -> {
                    assertThat(ean).matches("6999[0-9]{9}");
                    assertThat(weighted(ean) % 10).as(ean).isZero();
                });
    }

    @Test
    void initialsAreThoseOfThePinyin() {
        assertThat(demo.products())
                .allSatisfy(product ->
                        assertThat(product.initials()).as(product.name()).isEqualTo(initials(product.name())));
        assertThat(named("宫保鸡丁").initials()).isEqualTo("gbjd");
        assertThat(named("重庆小面").initials()).isEqualTo("cqxm");
    }

    @Test
    void categoriesAreDottedPathsAndThoseOfTheProgrammesHaveProducts() {
        assertThat(demo.products())
                .allSatisfy(product -> assertThat(product.category().path()).matches("[a-z0-9]+(\\.[a-z0-9]+)*"));
        var wanted = List.of(
                "food.chinese",
                "food.cold",
                "food.breakfast",
                "food.banquet",
                "food.buffet.adult",
                "drink",
                "drink.beer",
                "room",
                "cake.8inch",
                "service.cleaning",
                "gift",
                "modifier.upsize",
                "jewellery",
                "appliance",
                "furniture",
                "tea",
                "fuel");
        assertThat(wanted)
                .allSatisfy(path -> assertThat(demo.products())
                        .as(path)
                        .anyMatch(product -> product.category().within(new Category(path))));
    }

    @Test
    void flagsAreKnownAndEachIsUsed() {
        var used = demo.products().stream()
                .flatMap(product -> product.flags().stream())
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(Set.of("special", "limited", "promo", "members-only", "loose"));
    }

    @Test
    void pricesArePositiveAndAMemberPaysLess() {
        assertThat(demo.products()).allSatisfy(product -> {
            assertThat(product.price().isPositive()).as(product.name()).isTrue();
            product.memberPrice().ifPresent(price -> assertThat(price).isLessThan(product.price()));
            assertThat(product.taxRate()).isIn(Rate.parse("0.06"), Rate.parse("0.13"));
            assertThat(product.unit()).isNotBlank();
        });
        assertThat(demo.products().stream().map(Product::memberPrice).filter(Optional::isPresent))
                .hasSizeGreaterThan(10);
    }

    @Test
    void theOperatorsAreThoseOfTheConsole() {
        var pins = List.of("1111", "1112", "2222", "3333", "9999");
        var cards = Map.of("2001", "9988000100002002", "3001", "9988000100003000");

        assertThat(demo.operators())
                .extracting(operator -> operator.id().value(), Operator::role)
                .containsExactly(
                        tuple("1001", Role.CASHIER),
                        tuple("1002", Role.CASHIER),
                        tuple("2001", Role.SUPERVISOR),
                        tuple("3001", Role.MANAGER),
                        tuple("9001", Role.IT));
        assertThat(demo.operators()).zipSatisfy(pins, (operator, pin) -> {
            assertThat(Pins.fits(pin, operator.pinHash())).as(pin).isTrue();
            assertThat(strength(operator.pinHash())).isEqualTo(strength(Pins.hash(pin, new SecureRandom())));
        });
        assertThat(demo.operators()).allSatisfy(operator -> {
            var card = Optional.ofNullable(cards.get(operator.id().value()));
            assertThat(operator.cardHash().isPresent()).isEqualTo(card.isPresent());
            card.ifPresent(number -> {
                assertThat(Pins.fits(number, operator.cardHash().orElseThrow()))
                        .as(number)
                        .isTrue();
                assertThat(number).matches("99880001[0-9]{8}");
                assertThat(luhn(number)).as(number).isZero();
            });
        });
    }

    /// What a hash says of its own making, all but salt and hash.
    private static String strength(String encoded) {
        return encoded.substring(0, encoded.indexOf("p=1"));
    }

    /// The PINs and cards that the file tells people are those that its hashes are of.
    @Test
    void theOperatorsFileTellsWhatItsHashesAreOf() throws IOException {
        var rows = Files.readAllLines(Path.of("assets/demo/operators.csv"));

        assertThat(rows.stream().skip(1).map(row -> List.of(row.split(",", -1)).subList(3, 5)))
                .containsExactly(
                        List.of("1111", ""),
                        List.of("1112", ""),
                        List.of("2222", "9988000100002002"),
                        List.of("3333", "9988000100003000"),
                        List.of("9999", ""));
    }

    @Test
    void thirtyMembersHaveNumbersPhonesAndCardsOfTheirOwn() {
        assertThat(demo.members()).hasSize(30);
        assertThat(demo.members()).extracting(DemoMember::no).doesNotHaveDuplicates();
        assertThat(demo.members())
                .extracting(DemoMember::phone)
                .doesNotHaveDuplicates()
                .allSatisfy(phone -> assertThat(phone).matches("19900000[0-9]{3}"));
        assertThat(demo.members())
                .extracting(DemoMember::card)
                .extracting(CardNumber::value)
                .doesNotHaveDuplicates()
                .allSatisfy(card -> {
                    assertThat(card).matches("99880000[0-9]{8}").startsWith("998800000000");
                    assertThat(luhn(card)).as(card).isZero();
                });
    }

    @Test
    void twoMembersShareANameAndTwoWereBornOnTheTwentyNinthOfFebruary() {
        assertThat(demo.members())
                .filteredOn(member -> member.name().equals("王伟"))
                .hasSize(2);
        assertThat(demo.members())
                .filteredOn(member -> MonthDay.from(member.birthday()).equals(MonthDay.of(2, 29)))
                .hasSize(2);
    }

    @Test
    void everyMemberWasOfAgeOnTheDayOfJoining() {
        assertThat(demo.members()).allSatisfy(member -> {
            assertThat(member.gender()).isIn("m", "f");
            assertThat(member.joined()).isBefore(LocalDate.of(2026, 1, 1));
            assertThat(member.birthday().plusYears(18)).isBefore(member.joined());
        });
    }

    @Test
    void peopleAndPinsDoNotPrint() {
        assertThat(demo.operators().toString()).doesNotContain("1111").doesNotContain("argon2");
        assertThat(demo.members().getFirst()).asString().doesNotContain("张三").doesNotContain("199");
    }

    private Product named(String name) {
        return demo.products().stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String initials(String name) {
        var spoken = name;
        for (var word : SPOKEN.entrySet()) {
            spoken = spoken.replace(word.getKey(), word.getValue());
        }
        return spoken.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .map(sign -> PINYIN.transliterate(sign).substring(0, 1))
                .collect(Collectors.joining());
    }

    /// The sum that an EAN-13's check digit makes a multiple of ten.
    private static int weighted(String ean) {
        var sum = 0;
        for (var i = 0; i < ean.length(); i++) {
            sum += (ean.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum;
    }

    /// What is left of the Luhn sum by ten: 0 for a valid number.
    private static int luhn(String number) {
        var sum = 0;
        for (var i = 0; i < number.length(); i++) {
            var digit = number.charAt(number.length() - 1 - i) - '0';
            var weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10;
    }
}

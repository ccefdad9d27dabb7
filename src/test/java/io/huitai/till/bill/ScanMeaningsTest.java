package io.huitai.till.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.device.decode.Codes;
import io.huitai.device.decode.ScanForms;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.shop.TenderType;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Members;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.sale.Sales;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What scans mean at a till with a catalogue and cards made up from a seed, in every form that readers send.
class ScanMeaningsTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final long SEED = 20260610;

    /// Issuers and their lengths as they publish them; the till's own table is not asked.
    private static final String ISSUED = "4\\d{15}|4\\d{18}|5[1-5]\\d{14}|62\\d{14,17}|6011\\d{12}|81\\d{14,17}"
            + "|36\\d{14,17}|35[3-8]\\d{13,16}|2[2-7]\\d{14}|50\\d{14,17}|5[6-8]\\d{14,17}|6\\d{15,18}|30[0-5]\\d{13,16}"
            + "|3[89]\\d{14,17}|352[89]\\d{12,15}|3095\\d{12,15}|82\\d{14,17}|220[0-5]\\d{12,15}|9558\\d{12,15}|9682\\d{12}|9792\\d{12}";

    @TempDir
    private Path store;

    private final Random random = new Random(SEED);
    private final Map<String, Product> byEan = new LinkedHashMap<>();
    private List<List<String>> upcs = List.of();
    private List<String> loose = List.of();
    private Till till;

    private Till open() {
        return Till.open(TrainingTills.opening(store, "mall", Optional.of(NOON)), InstantSource.fixed(NOON));
    }

    @BeforeEach
    void aShopOfItsOwn() {
        open().close();
        var beginnings = List.of("69", "690", "0", "00", "4", "47", "50", "30", "37", "12", "97", "8", "9");
        for (var i = 0; i < 60; i++) {
            product(ScanForms.gs1(beginnings.get(i % beginnings.size()), 13, random), "瓶");
        }
        IntStream.range(0, 20).forEach(_ -> product(ScanForms.gs1("", 8, random), "瓶"));
        upcs = IntStream.range(0, 10).mapToObj(_ -> ScanForms.upcE(random)).toList();
        upcs.forEach(upc -> product(upc.getFirst(), "瓶"));
        loose = IntStream.range(0, 5)
                .mapToObj(_ -> ScanForms.gs1("69", 13, random))
                .toList();
        loose.forEach(ean -> product(ean, "kg"));
        for (var prefix = 20; prefix < 30; prefix++) {
            product(ScanForms.digits(Integer.toString(prefix), 7, random), "kg");
        }
        try (var feed = Feed.open(Keychain.open(store, new SystemDisk()), Feed.TRAINING, new SystemDisk())) {
            var sent = new FeedItem.CatalogueSent(List.copyOf(byEan.values()));
            feed.append(List.of(FeedJson.bytes(sent)), "2");
        }
        till = open();
        till.perform(desk -> {
                    desk.operators().signIn(new OperatorId("1001"), "1111");
                    desk.shift().shifts().open(Money.ZERO);
                    return true;
                })
                .join();
    }

    @AfterEach
    void close() {
        till.close();
    }

    private void product(String ean, String unit) {
        byEan.put(
                ean,
                new Product(
                        new Sku("P" + byEan.size()),
                        Optional.of(ean),
                        "品" + byEan.size(),
                        "Item " + byEan.size(),
                        "p",
                        new Category("food"),
                        "零售",
                        Money.parse("36.00"),
                        Optional.empty(),
                        unit,
                        Set.of(),
                        Rate.parse("0.13"),
                        Optional.empty()));
    }

    private Product sold(String ean) {
        return Optional.ofNullable(byEan.get(ean)).orElseThrow();
    }

    private ScanMeaning meaning(String scan) {
        return till.perform(desk -> desk.bill().readings().meaning(scan)).join();
    }

    private String code(String scan) {
        return switch (meaning(scan)) {
            case ScanMeaning.Refused(var why) -> why.code().name();
            case ScanMeaning.OfPayment _ -> "payment";
            case ScanMeaning.OfGoods _ -> "goods";
            case ScanMeaning.OfCard _, ScanMeaning.OfMember _ -> "member";
            case ScanMeaning.OfReceipt _, ScanMeaning.OfSigned _ -> "other";
        };
    }

    private void isProduct(String scan, String ean) {
        assertThat(meaning(scan))
                .as("seed %d: '%s'", SEED, scan)
                .isEqualTo(new ScanMeaning.OfGoods(sold(ean), Quantity.ONE));
    }

    @Test
    void goodsAreFoundInEveryFrame() {
        for (var ean : byEan.keySet()) {
            if (ean.length() == 13) {
                ScanForms.ofEan(ean, random).forEach(form -> {
                    isProduct(form, ean);
                    isProduct(ScanForms.wide(form), ean);
                    isProduct(ScanForms.around(form, random), ean);
                });
            } else if (ean.length() == 8) {
                for (var form : List.of(ean, "]E4" + ean, "000000" + ean, "00000" + ean, "01000000" + ean)) {
                    isProduct(ScanForms.around(form, random), ean);
                }
            }
        }
    }

    @Test
    void goodsAreFoundByTheirUpcE() {
        for (var upc : upcs) {
            isProduct(upc.getLast(), upc.getFirst());
            isProduct("]E0" + ScanForms.wide(upc.getLast()), upc.getFirst());
        }
    }

    @Test
    void aCaseOrAMisreadCodeIsNeverTheSingleItem() {
        for (var ean : byEan.keySet()) {
            if (ean.length() == 13) {
                var indicator = Integer.toString(1 + random.nextInt(8));
                var box = ScanForms.withGs1(indicator + ean.substring(0, 12));
                for (var form : List.of(box, "01" + box, "]C101" + box, "(01)" + box)) {
                    assertThat(code(form)).as("seed %d: %s", SEED, form).isEqualTo("UNKNOWN_PRODUCT");
                }
                var wrong = ean.substring(0, 12) + (ean.charAt(12) - '0' + 1 + random.nextInt(9)) % 10;
                var forms = List.of(wrong, "0" + wrong, wrong + "07", wrong + "12345", "]E0" + wrong, "]C1010" + wrong);
                for (var form : forms) {
                    assertThat(code(form))
                            .as("seed %d: %s", SEED, form)
                            .isIn("UNKNOWN_PRODUCT", isPayment(form) ? "payment" : "UNKNOWN_PRODUCT");
                }
            }
        }
    }

    @Test
    void aScalesLabelIsAWeighedLineAndAnUnknownOneIsNoPayment() {
        for (var i = 0; i < 400; i++) {
            var prefix = Integer.toString(20 + random.nextInt(10));
            var known = byEan.keySet().stream()
                    .filter(ean -> ean.length() == 7 && ean.startsWith(prefix))
                    .findFirst();
            var item = known.orElseThrow();
            var grams = 1 + random.nextInt(99_999);
            var amount = new Quantity(grams).of(Money.parse("36.00"));
            if (amount.fen() <= 99_999) {
                var label = ScanForms.withGs1("%s%05d%05d".formatted(item, amount.fen(), grams));
                var turned = ScanForms.withGs1("%s%05d%05d".formatted(item, grams, amount.fen()));
                var weighed = new ScanMeaning.OfGoods(sold(item), new Quantity(grams));
                assertThat(meaning(label)).as("seed %d: %s", SEED, label).isEqualTo(weighed);
                assertThat(meaning(turned)).as("seed %d: %s", SEED, turned).isEqualTo(weighed);
            }
            var strange = ScanForms.gs1(prefix + ScanForms.digits("", 5, random), 18, random);
            if (!byEan.containsKey(strange.substring(0, 7))) {
                assertThat(code(strange))
                        .as("seed %d: %s", SEED, strange)
                        .isEqualTo(prefix.equals("28") ? "payment" : "UNKNOWN_PRODUCT");
                assertThat(code(ScanForms.gs1(strange.substring(0, 7), 13, random)))
                        .isEqualTo("UNKNOWN_PRODUCT");
            }
        }
    }

    @Test
    void anElementStringSaysWeightAndPriceOfWhatIsWeighed() {
        for (var i = 0; i < 100; i++) {
            var weighed = loose.get(random.nextInt(loose.size()));
            var product = sold(weighed);
            var box = ScanForms.withGs1("9" + weighed.substring(0, 12));
            var grams = 1 + random.nextInt(9_999);
            var fen = 1 + random.nextInt(99_999);
            var weight = "3103%06d".formatted(grams);
            var price = "3922%06d".formatted(fen);
            for (var gtin : List.of("0" + weighed, box)) {
                var said = "seed %d: %s %s %s".formatted(SEED, gtin, weight, price);
                for (var scan : List.of(
                        "]C101" + gtin + weight,
                        "01" + gtin + weight + "10A1",
                        "(01)" + gtin + "(3103)" + weight.substring(4),
                        "https://id.gs1.org/01/" + gtin + "?3103=" + weight.substring(4))) {
                    assertThat(meaning(scan)).as(said).isEqualTo(new ScanMeaning.OfGoods(product, new Quantity(grams)));
                }
                for (var scan : List.of("]e001" + gtin + price, "(01)" + gtin + "(3932)156" + price.substring(4))) {
                    assertThat(meaning(scan))
                            .as(said)
                            .isEqualTo(new ScanMeaning.OfGoods(product.costing(Money.ofFen(fen)), Quantity.ONE));
                }
                assertThat(meaning("]C101" + gtin + weight + price))
                        .as(said)
                        .isInstanceOfSatisfying(
                                ScanMeaning.OfGoods.class,
                                goods -> assertThat(
                                                goods.qty().of(goods.product().price()))
                                        .isEqualTo(Money.ofFen(fen)));
            }
        }
        var bottle = byEan.keySet().iterator().next();
        isProduct("]C1010" + bottle + "3922000001", bottle); // nobody prints a price of their own
    }

    @Test
    void whatALabelCostsIsTakenWhereItIsNotTheCataloguesPrice() {
        var item = byEan.keySet().stream()
                .filter(ean -> ean.startsWith("25") && ean.length() == 7)
                .findFirst()
                .orElseThrow();
        var special = meaning(ScanForms.withGs1(item + "01000" + "00500")); // 10.00 for 500 g
        assertThat(special)
                .isEqualTo(new ScanMeaning.OfGoods(sold(item).costing(Money.parse("20.00")), new Quantity(500)));
        var odd = meaning(ScanForms.withGs1(item + "01001" + "00351"));
        assertThat(odd)
                .isInstanceOfSatisfying(
                        ScanMeaning.OfGoods.class,
                        goods -> assertThat(goods.qty().of(goods.product().price()))
                                .isEqualTo(Money.parse("10.01")));
        assertThat(code(ScanForms.withGs1(item + "0000000000"))).isEqualTo("UNKNOWN_PRODUCT");
    }

    @Test
    void aMembersCardIsTheMemberHoweverItComes() {
        for (var form : List.of(
                "9988000000000015",
                "9988 0000 0000 0015",
                "９９８８００００００００００１５",
                "]C09988000000000015",
                ";9988000000000015=2912101?",
                ";9988000000000015D2912101?",
                "；９９８８００００００００００１５＝２９１２１０１？",
                "9988000000000015=29121010000",
                "9988000000000015D29121010000F",
                "ö9988000000000015´2912101_",
                ":9988000000000015+2912101/",
                "%b9988000000000015^a/b^2912101?",
                "%B9988000000000015^A/B^2912101?;9988000000000015=2912101?",
                "M0001")) {
            assertThat(code(form)).as(form).isEqualTo("member");
        }
        assertThat(code(ScanForms.luhn("998800000009", 16, random))).isEqualTo("UNKNOWN_CARD");
        assertThat(code("9988000000000016")).isEqualTo("CARD_UNREADABLE");
    }

    /// A scanner types as a keyboard at which Caps Lock is on.
    @Test
    void capsLockTurnsNoCodeIntoNothing() {
        var receipt = till.perform(desk -> {
                    desk.bill().bills().add(new Sku("P0"), Quantity.ONE, Bills.LineExtras.NONE);
                    return desk.sale()
                            .sales()
                            .tender(new Sales.Payment(TenderType.CASH, Optional.empty(), ""))
                            .completed()
                            .orElseThrow()
                            .receipt();
                })
                .join();
        for (var code : List.of("M0001", receipt.value(), "HT1." + "AbCd-_09xYz".repeat(9))) {
            var typed = Codes.turnedCase(code);
            assertThat(typed).isNotEqualTo(code);
            assertThat(Codes.turnedCase(typed)).isEqualTo(code);
            assertThat(meaning(typed)).as(typed).isEqualTo(meaning(code)).isNotInstanceOf(ScanMeaning.Refused.class);
        }
        assertThat(code("gibtesnicht")).isEqualTo("UNKNOWN_PRODUCT");
    }

    @Test
    void aContactlessCardIsFoundAsKeyboardsTypeIt() {
        for (var i = 0; i < 20; i++) {
            var bytes = new byte[i % 3 == 0 ? 7 : 4];
            random.nextBytes(bytes);
            bytes[0] = 4;
            var uid = HexFormat.of().withUpperCase().formatHex(bytes);
            till.perform(desk -> desk.club()
                            .cards()
                            .bind(new MemberNo("M0005"), new Members.CardShown.Uid(uid), Approver.NOBODY))
                    .join();
            for (var form : typed(uid)) {
                assertThat(code(form)).as("seed %d: %s as %s", SEED, uid, form).isEqualTo("member");
                assertThat(code(ScanForms.wide(form)))
                        .as("seed %d: %s as %s", SEED, uid, form)
                        .isEqualTo("member");
            }
            assertThat(till.perform(desk -> desk.bill().readings().tap(reversed(uid)))
                            .join()
                            .member())
                    .isPresent();
        }
    }

    private static List<String> typed(String uid) {
        var forms = new ArrayList<>(List.of(
                uid,
                uid.toLowerCase(Locale.ROOT),
                uid.replaceAll("(..)(?=.)", "$1:"),
                uid.replaceAll("(..)(?=.)", "$1 "),
                uid.replaceAll("(..)(?=.)", "$1-"),
                reversed(uid),
                new BigInteger(reversed(uid), 16).toString()));
        if (uid.length() == 8) {
            forms.add("%010d".formatted(new BigInteger(uid, 16)));
            forms.add("%010d".formatted(new BigInteger(reversed(uid), 16)));
            forms.add(new BigInteger(uid, 16).toString());
            forms.add("%d,%05d".formatted(Integer.parseInt(uid, 2, 4, 16), Integer.parseInt(uid, 4, 8, 16)));
        } else {
            forms.add("%017d".formatted(new BigInteger(uid, 16)));
        }
        forms.removeIf(form -> form.matches("[0-9]{1,7}|[0-9]{11,14}"));
        return forms;
    }

    private static String reversed(String uid) {
        var bytes = new ArrayList<String>();
        for (var at = 0; at < uid.length(); at += 2) {
            bytes.addFirst(uid.substring(at, at + 2));
        }
        return String.join("", bytes);
    }

    @Test
    void aNumberThatIsTwoMembersCardsIsTold() {
        till.perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0005"), new Members.CardShown.Uid("04123456"), Approver.NOBODY))
                .join();
        till.perform(desk -> desk.club()
                        .cards()
                        .bind(new MemberNo("M0006"), new Members.CardShown.Uid("05123456"), Approver.NOBODY))
                .join();
        assertThat(meaning("18,13398"))
                .isInstanceOfSatisfying(
                        ScanMeaning.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo(ErrorCode.CARD_UNREADABLE));
        assertThat(code("04123456")).isEqualTo("member");
    }

    @Test
    void digitsAreABankCardOnlyWhereTheyAreNothingElse() {
        var beginnings =
                List.of("", "4", "51", "62", "6", "34", "36", "37", "300", "69", "50", "35", "10", "28", "2", "0");
        var refused = 0;
        for (var i = 0; i < 12_000; i++) {
            var length = 4 + random.nextInt(21);
            var beginning = beginnings.get(random.nextInt(beginnings.size()));
            var digits = random.nextBoolean()
                    ? ScanForms.luhn(beginning, length, random)
                    : ScanForms.digits(beginning, length, random);
            var code = code(digits);
            if (code.equals("PAN_REFUSED")) {
                refused++;
                assertThat(digits).as("seed %d", SEED).matches(ISSUED);
                assertThat(sumOfLuhn(digits) % 10)
                        .as("seed %d: %s", SEED, digits)
                        .isZero();
            } else if (digits.matches("4\\d{15}|5[1-5]\\d{14}|62\\d{14}|62\\d{17}") && sumOfLuhn(digits) % 10 == 0) {
                assertThat(code).as("seed %d: %s", SEED, digits).isEqualTo("PAN_REFUSED");
            }
            if (code.equals("payment")) {
                assertThat(isPayment(digits)).as("seed %d: %s", SEED, digits).isTrue();
            }
        }
        assertThat(refused).isPositive();
    }

    private static boolean isPayment(String digits) {
        return digits.matches("(?:1[0-5]|2[5-9]|30)[0-9]{14,22}");
    }

    private static int sumOfLuhn(String digits) {
        var sum = 0;
        for (var at = 0; at < digits.length(); at++) {
            var digit = digits.charAt(digits.length() - 1 - at) - '0';
            sum += at % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum;
    }

    @Test
    void aGuestsPaymentCodeIsNeverABankCard() {
        for (var i = 0; i < 3_000; i++) {
            var beginning =
                    List.of("10", "11", "12", "13", "14", "15", "28", "30").get(random.nextInt(8));
            var payment = ScanForms.luhn(beginning, 16 + random.nextInt(9), random);
            assertThat(code(payment)).as("seed %d: %s", SEED, payment).isEqualTo("payment");
        }
    }

    @Test
    void whatIsNotShownIsNotInTheWordsEither() {
        for (var i = 0; i < 500; i++) {
            var pan = ScanForms.luhn(List.of("4", "51", "62").get(random.nextInt(3)), 16, random);
            var amex = ScanForms.luhn("37", 15, random);
            for (var scan : List.of(
                    pan,
                    "x" + pan,
                    pan + "A1",
                    ";" + pan + "=2912201?",
                    pan + "D29122010000",
                    amex,
                    "https://x.example/" + pan,
                    "ö" + pan + "´2912201_")) {
                assertThat(meaning(scan))
                        .as("seed %d: %s", SEED, scan)
                        .isInstanceOfSatisfying(
                                ScanMeaning.Refused.class,
                                refused -> assertThat(refused.why().text(io.huitai.shop.Lang.ZH))
                                        .doesNotContain(pan)
                                        .doesNotContain(amex));
            }
        }
    }
}

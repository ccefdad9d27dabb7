package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Fapiao;
import io.huitai.shop.MemberNo;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.person.Handwriting;
import io.huitai.till.report.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One person, written in many ways, is one member on the console.
class ConsolePersonsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z.]*[A-Za-z]");

    @TempDir
    private Path folder;

    private static ObjectNode request(String verb, Object... fields) {
        var request = JSON.createObjectNode().put("do", verb);
        for (var i = 0; i < fields.length; i += 2) {
            request.set((String) fields[i], JSON.valueToTree(fields[i + 1]));
        }
        return request;
    }

    private static ObjectNode answer(ConsoleDriver console, ObjectNode request) {
        return (ObjectNode) JSON.readTree(console.raw(request.toString()));
    }

    /// `ok`, or the code of the refusal.
    private static String code(ConsoleDriver console, ObjectNode request) {
        return answer(console, request).path("error").path("code").asString("ok");
    }

    private static String found(ConsoleDriver console, String by, String written) {
        console.ask("{'do':'drop-member'}");
        var answer = answer(console, request("member", by, written));
        return answer.path("member").path("no").asString(answer.toString());
    }

    private record Paper(String type, String no) {}

    private static Paper paper(String type, String no) {
        return new Paper(type, no);
    }

    @RepeatedTest(3)
    void aPersonIsEnrolledOnceAndFoundInEveryHand(RepetitionInfo seed) {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        var names = new HashSet<String>();
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "vip-points")) {
            for (var i = 0; i < 25; i++) {
                var name = hand.name() + (char) ('一' + i);
                assertThat(names.add(name)).isTrue();
                var phone = hand.mobile();
                var told = "seed " + seed.getCurrentRepetition() + ": " + name + " " + phone;
                var enrolled = answer(console, request("enrol", "name", name, "phone", hand.mobile(phone)));
                var no = enrolled.path("member").path("no").asString(enrolled.toString());
                for (var again = 0; again < 6; again++) {
                    var dialled = hand.mobile(phone);
                    assertThat(found(console, "phone", dialled))
                            .as("%s as %s", told, dialled)
                            .isEqualTo(no);
                    assertThat(found(console, "name", hand.name(name))).as(told).isEqualTo(no);
                    var number = hand.wide(no);
                    assertThat(found(console, "no", number))
                            .as("%s as %s", told, number)
                            .isEqualTo(no);
                    var twice = request("enrol", "name", hand.name(name), "phone", hand.mobile(phone));
                    assertThat(code(console, twice)).as("%s as %s", told, twice).isEqualTo("DUPLICATE_MEMBER");
                }
                assertThat(code(console, request("enrol", "name", name + "二", "phone", phone)))
                        .as(told)
                        .isEqualTo("ok");
            }
        }
    }

    @RepeatedTest(3)
    void aPaperIsEnrolledOnceAndItsTypeDecidesTheCheck(RepetitionInfo seed) {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "vip-points")) {
            for (var i = 0; i < 15; i++) {
                for (var paper : List.of(
                        paper("id", hand.identityNumber()),
                        paper("passport", hand.passport()),
                        paper("permit", hand.passport()),
                        paper(
                                "passport",
                                hand.identityNumber().replace('X', '5').substring(0, 17) + "A"))) {
                    var type = paper.type();
                    var no = paper.no();
                    var first = request("enrol", "name", hand.name(), "phone", "1", "document", paper);
                    assertThat(code(console, first)).as("%s", first).isEqualTo("ok");
                    for (var again = 0; again < 4; again++) {
                        var twice = request(
                                "enrol",
                                "name",
                                hand.name(),
                                "phone",
                                hand.mobile(),
                                "document",
                                paper(again == 0 ? type.toUpperCase(Locale.ROOT) : type, hand.document(no)));
                        assertThat(code(console, twice))
                                .as("seed %s: %s", seed.getCurrentRepetition(), twice)
                                .isEqualTo("DUPLICATE_MEMBER");
                    }
                }
            }
        }
    }

    @Test
    void theWrongFieldAloneIsNamed() {
        var wrong = Map.of(
                "name", List.of("", " ", "\u3000", "\u200B\uFEFF"),
                "phone",
                        List.of("", "abc", "1380000000", "138000000012", "199****0001", "1.38E+10", "#N/A", "+86", "无"),
                "email", List.of("", "a", "a@", "@b.c", "a b@c", "a@b", "a@b..c"),
                "birthday", List.of("2026-06-11", "1870-01-01", "1990-02-30", "x"),
                "gender", List.of("x", "fm"),
                "document.no", List.of("110105194912310021", "11010519491231002", "110105491231002", "", "无"));
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "mall")) {
            wrong.forEach((field, values) -> values.forEach(value -> {
                var request = request(
                        "enrol",
                        "name",
                        "甲",
                        "phone",
                        "13900000001",
                        "email",
                        "a@example.com",
                        "birthday",
                        "1990-05-20",
                        "gender",
                        "f",
                        "consent",
                        true);
                if (field.equals("document.no")) {
                    request.set("document", JSON.valueToTree(paper("id", value)));
                } else {
                    request.put(field, value);
                }
                named(answer(console, request), field, value);
            }));
            named(
                    answer(
                            console,
                            request(
                                    "enrol",
                                    "name",
                                    "甲",
                                    "phone",
                                    "1",
                                    "email",
                                    "a@b.cn",
                                    "consent",
                                    true,
                                    "document",
                                    paper("", "E12345678"))),
                    "document.type",
                    "no type");
            assertThat(code(console, request("enrol", "name", "甲", "phone", "1", "email", "a@b.cn")))
                    .isEqualTo("CONSENT_REQUIRED");
            assertThat(code(
                            console,
                            request(
                                    "enrol",
                                    "name",
                                    "甲",
                                    "phone",
                                    "＋８５２ 9123 4567",
                                    "email",
                                    "Ａ＠b。cn",
                                    "consent",
                                    true,
                                    "birthday",
                                    "１９９０-05-20",
                                    "gender",
                                    "Ｆ",
                                    "document",
                                    paper("permit", "H12345678"))))
                    .isEqualTo("ok");
            assertThat(found(console, "phone", "0085291234567")).isEqualTo("S001-T1-00001");
        }
    }

    private static void named(ObjectNode answer, String field, String value) {
        var error = answer.path("error");
        assertThat(error.path("code").asString("ok"))
                .as("%s '%s'", field, value)
                .isEqualTo("BAD_REQUEST");
        var words = FIELD.matcher(error.path("message").asString());
        assertThat(words.find()).isTrue();
        assertThat(words.group()).as("%s '%s': %s", field, value, error).isEqualTo(field);
    }

    // Before there was one form

    @Test
    void whoWasEnrolledBeforeThereWasOneFormIsFoundByIt() {
        var store = folder.resolve("store");
        ConsoleDriver.selling(store, "vip-points").close();
        var old = List.of(
                List.of("ＭＡＲＹ　ann", "+8613911112222", "passport", "e12345678"),
                List.of("买买提•艾力", "（0755）12345678", "id", " 11010519491231002x"),
                List.of(" 张　三 ", "１３９００００３３３３", "护照", "G 1234-5678"),
                List.of("Zoe\u0308 Mu\u0308ller", "\u202D13900004444\u202C", "", ""),
                List.of("两部手机", "13900005555/13900006666", "", ""));
        try (var journal = Written.in(store)) {
            for (var i = 0; i < old.size(); i++) {
                journal.add(enrolled("OLD-" + i, old.get(i)));
            }
        }
        try (var console = ConsoleDriver.open(store, "vip-points")) {
            console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
            assertThat(found(console, "name", "Mary Ann")).isEqualTo("OLD-0");
            assertThat(found(console, "phone", "139-1111-2222")).isEqualTo("OLD-0");
            assertThat(found(console, "name", "买买提·艾力")).isEqualTo("OLD-1");
            assertThat(found(console, "phone", "0755 1234 5678")).isEqualTo("OLD-1");
            assertThat(found(console, "phone", "13900003333")).isEqualTo("OLD-2");
            assertThat(found(console, "name", "zoë müller")).isEqualTo("OLD-3");
            assertThat(found(console, "phone", "13900004444")).isEqualTo("OLD-3");
            assertThat(found(console, "phone", "13900005555/13900006666")).isEqualTo("OLD-4");
            for (var paper : List.of(
                    paper("passport", "E12345678"),
                    paper("id", "11010519491231002X"),
                    paper("passport", "G12345678"))) {
                assertThat(code(console, request("enrol", "name", "别人", "phone", "1", "document", paper)))
                        .as("%s", paper)
                        .isEqualTo("DUPLICATE_MEMBER");
            }
            assertThat(code(console, request("enrol", "name", "Zoë Müller", "phone", "13900004444")))
                    .isEqualTo("DUPLICATE_MEMBER");
        }
    }

    private static Fact enrolled(String no, List<String> told) {
        var profile = new Profile(
                told.get(0),
                told.get(1),
                "",
                told.get(2),
                told.get(3),
                Optional.empty(),
                "",
                false,
                LocalDate.parse("2026-05-01"),
                Profile.Origin.NONE);
        return new Fact.MemberEnrolled(
                new MemberNo(no),
                profile,
                new TierId("regular"),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    // Rosters

    @RepeatedTest(3)
    void aRosterInEveryHandEnrolsEachPersonOnce(RepetitionInfo seed) throws IOException {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        var lines = new ArrayList<String>(List.of("company,name,phone,document,level"));
        var phones = new ArrayList<String>();
        for (var i = 0; i < 30; i++) {
            var phone = hand.mobile();
            var paper = i % 2 == 0 ? hand.identityNumber() : hand.passport();
            phones.add(phone);
            for (var copy = 0; copy < 3; copy++) {
                lines.add(String.join(
                        ",",
                        quoted("蓝海集团"),
                        quoted(hand.name()),
                        quoted(hand.mobile(phone)),
                        quoted(hand.document(paper)),
                        "staff"));
            }
        }
        lines.add("蓝海集团,甲,无,E12345678,staff");
        lines.add("蓝海集团,乙,138000000,E12345679,staff");
        lines.add("蓝海集团,丙,13800000001,110105194912310021,staff");
        lines.add("蓝海集团,\u200B,13800000001,E12345670,staff");
        var file = Files.writeString(folder.resolve("roster.csv"), String.join("\n", lines) + "\n");
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "baichuanhui")) {
            var request = "{'do':'import-roster','file':'" + file + "'," + ConsoleDriver.SUPERVISOR + "}";
            var answer = console.ok(request);
            assertThat(answer.path("enrolled").asLong())
                    .as("seed %s %s", seed.getCurrentRepetition(), answer)
                    .isEqualTo(30);
            var texts = new ArrayList<String>();
            answer.path("rejected").forEach(row -> texts.add(row.path("text").asString()));
            assertThat(texts).hasSize(4);
            assertThat(texts.subList(0, 2)).allSatisfy(text -> assertThat(text).startsWith("电话号码不对"));
            assertThat(texts.get(2)).contains("校验位");
            assertThat(texts.get(3)).contains("姓名");
            assertThat(console.ok(request).path("enrolled").asLong()).isZero();
            IntStream.range(0, 30)
                    .forEach(i -> assertThat(found(console, "phone", hand.mobile(phones.get(i))))
                            .isEqualTo("S001-T1-%05d".formatted(i + 1)));
        }
    }

    private static String quoted(String cell) {
        return '"' + cell + '"';
    }

    // Companies and invoices

    @RepeatedTest(3)
    void anInvoiceIsForOneBuyerInEveryHandAndAWrongNumberIsNamed(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var hand = new Handwriting(random);
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "standard-card")) {
            for (var i = 0; i < 10; i++) {
                console.ok("{'do':'add','sku':'R001'}");
                console.ok("{'do':'tender','type':'cash'}");
                var title = hand.title();
                var good = hand.taxNumber();
                var last = good.charAt(17);
                var wrong = good.substring(0, 17) + (last == '0' ? '1' : '0');
                named(
                        answer(console, request("fapiao", "title", title, "taxNumber", hand.document(wrong))),
                        "taxNumber",
                        wrong);
                named(answer(console, request("fapiao", "title", " \u200B", "taxNumber", good)), "title", "none");
                for (var again = 0; again < 4; again++) {
                    var asked = request("fapiao", "title", hand.title(title), "taxNumber", hand.document(good));
                    assertThat(code(console, asked))
                            .as("seed %s %s", seed.getCurrentRepetition(), asked)
                            .isEqualTo("ok");
                    named(
                            answer(console, request("fapiao", "title", title, "taxNumber", hand.document(wrong))),
                            "taxNumber",
                            wrong);
                }
                named(
                        answer(console, request("fapiao", "title", title, "taxNumber", hand.taxNumber())),
                        "taxNumber",
                        "another");
                named(answer(console, request("fapiao", "title", "别人", "taxNumber", good)), "title", "another");
            }
        }
    }

    @Test
    void anInvoiceWithAWrongNumberFromBeforeIsPutRight() {
        var store = folder.resolve("store");
        String receipt;
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            console.ok("{'do':'add','sku':'R001'}");
            receipt = console.ok("{'do':'tender','type':'cash'}")
                    .path("receipt")
                    .path("no")
                    .asString();
        }
        var no = new ReceiptNo(receipt);
        var buyer = new Fapiao.Buyer("示例科技", "91440300MA5FABCDE0");
        var rate = Rate.ZERO;
        var amount = Money.parse("68.80");
        try (var journal = Written.in(store).at("2026-06-10T12:00:01")) {
            journal.add(new Fact.FapiaoRequested(
                    new Fapiao(no, Optional.empty(), buyer, List.of(new Fapiao.Row(rate, amount, Money.ZERO)))));
        }
        for (var opened = 0; opened < 2; opened++) {
            try (var console = ConsoleDriver.open(store, "standard-card")) {
                console.ok("{'do':'sign-in','operator':'1001','pin':'1111'}");
                named(
                        answer(console, request("fapiao", "title", "示例科技", "taxNumber", "91440300MA5FABCDE2")),
                        "taxNumber",
                        "wrong");
                assertThat(code(console, request("fapiao", "title", "示例科技", "taxNumber", "91440300MA5FABCDE1")))
                        .isEqualTo("ok");
                named(
                        answer(console, request("fapiao", "title", "示例科技", "taxNumber", "91310000MA1FL0000N")),
                        "taxNumber",
                        "another");
            }
        }
    }

    @RepeatedTest(3)
    void aCompanyHasOneAccountInEveryHand(RepetitionInfo seed) {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        try (var console = ConsoleDriver.selling(folder.resolve("store"), "corporate-vip")) {
            for (var company : List.of("蓝海集团", "远山科技", "江南（上海）旅行社")) {
                for (var i = 0; i < 4; i++) {
                    console.ok("{'do':'add','name':'x','category':'food','price':'10.00'}");
                    var charged = request(
                            "tender",
                            "type",
                            "account",
                            "company",
                            hand.title(company),
                            "approval",
                            Map.of("operator", "3001", "pin", "3333"));
                    assertThat(code(console, charged))
                            .as("seed %s %s", seed.getCurrentRepetition(), charged)
                            .isEqualTo("ok");
                }
                var settled =
                        request("settle-account", "company", hand.title(company), "amount", "40.00", "tender", "cash");
                assertThat(answer(console, settled).path("balance").asString())
                        .as("%s", settled)
                        .isEqualTo("0.00");
            }
        }
    }
}

package io.huitai.till.report;

import static io.huitai.till.report.Facts.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Once;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.money.Money;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path store;

    @BeforeEach
    void enrol() {
        Facts.open(store, "standard-card");
        try (var written = Written.in(store)) {
            written.at("2026-05-02T10:00:00").add(enrolled("X1", "gold", "310101199606010025", "1996-06-01", true));
            written.add(enrolled("X2", "gold", "110105199606020025", "1996-06-02", false));
            written.add(visit("X1", "2026-05-02", 1000_00), visit("X1", "2026-05-20", 500_00));
            written.add(visit("X2", "2026-05-03", 100_00));
        }
    }

    private static Fact enrolled(String no, String tier, String document, String birthday, boolean consent) {
        return Facts.enrolled(
                no,
                tier,
                new Profile(
                        "张小三",
                        "13800001234",
                        "",
                        "id",
                        document,
                        Optional.of(LocalDate.parse(birthday)),
                        "f",
                        consent,
                        LocalDate.of(2026, 5, 2),
                        Profile.Origin.NONE));
    }

    private static Fact visit(String no, String day, long spend) {
        var member = new MemberNo(no);
        var on = LocalDate.parse(day);
        return new Fact.Granted(
                member,
                new Once("by hand"),
                Optional.empty(),
                List.of(
                        Posting.tally(Account.of(member), Asset.SPEND, on, spend),
                        Posting.tally(Account.of(member), Asset.VISITS, on, 1)));
    }

    private List<String> found(Segment segment) {
        return rows(segment.read(store, TODAY), "members").stream()
                .filter(row -> row.startsWith("X"))
                .toList();
    }

    private static Segment aged(int from, int to) {
        return new Segment(
                "",
                OptionalInt.of(from),
                OptionalInt.of(to),
                "",
                Money.ZERO,
                0,
                Optional.empty(),
                Set.of(new TierId("gold")));
    }

    @Test
    void everybodyIsShownMaskedWithConsent() {
        assertThat(found(Segment.EVERYBODY))
                .containsExactly(
                        "X1|张*三|138****1234|gold|Female|30|310101|1500.00|2|2026-05-20|2026-05-02|Yes",
                        "X2|张*三|138****1234|gold|Female|29|110105|100.00|1|2026-05-03|2026-05-02|No");
        assertThat(rows(Segment.EVERYBODY.read(store, TODAY), "members")).hasSize(32);
    }

    @Test
    void byAgeOfTheDay() {
        assertThat(found(aged(30, 40))).singleElement().asString().startsWith("X1");
        assertThat(found(aged(20, 29))).singleElement().asString().startsWith("X2");
    }

    @Test
    void byDistrictSpendVisitsAndLastVisit() {
        var none = Optional.<LocalDate>empty();
        var any = OptionalInt.empty();
        assertThat(found(new Segment("", any, any, "3101", Money.ZERO, 0, none, Set.of())))
                .hasSize(1);
        assertThat(found(new Segment("", any, any, "", Money.parse("1500"), 0, none, Set.of())))
                .hasSize(1);
        assertThat(found(new Segment("", any, any, "", Money.ZERO, 2, none, Set.of())))
                .hasSize(1);
        assertThat(found(new Segment("m", any, any, "", Money.ZERO, 0, none, Set.of())))
                .isEmpty();
        var before = Optional.of(LocalDate.of(2026, 5, 20));
        assertThat(found(new Segment("f", any, any, "", Money.ZERO, 1, before, Set.of(new TierId("gold")))))
                .singleElement()
                .asString()
                .startsWith("X2");
    }
}

package io.huitai.ui.fittings;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.words.Use;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.TenderType;
import io.huitai.till.Till;
import io.huitai.till.TrainingTills;
import io.huitai.till.bill.Bills;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.GuestProof;
import io.huitai.till.book.Proof;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.sale.Sales;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Errands that want two words: a guest's proof, and then a manager's. A failing seed is in the failure's text.
class ErrandsTest {
    private static final String TRIAL = """
            id: errand-trial
            version: 1
            applies-from: 2026-01-01
            name: {zh: 两步试验, en: Errand trial}
            tiers:
              - {id: member, name: {zh: 会员, en: Member}}
            points:
              earn:
                - {id: earn, name: {zh: 积分, en: Points}, per: 1.00, points: 1}
              redeem: {points: 100, value: 1.00, unit: 1}
            membership:
              enrolment: {}
              accounts: true
            """;

    private static final MemberNo MEMBER = new MemberNo("M0003");
    private static final CardNumber MEMBERS_CARD = new CardNumber("9988000000000031");

    @TempDir
    private Path folder;

    private final List<Sheet> open = new ArrayList<>();

    /// A sheet that stays until it is told to go.
    private record Sheet(Role needed, boolean guest, Consumer<Errands.Proving> tried) {}

    private final class Desktop implements Errands.Approvals {
        @Override
        public void ask(Role needed, Function<Words, String> what, Consumer<Errands.Asked> approved) {
            open.add(new Sheet(
                    needed,
                    false,
                    proving -> approved.accept(
                            new Errands.Asked(proving.word().orElseThrow(), proving.accepted(), proving.denied()))));
        }

        @Override
        public void prove(Role needed, Function<Words, String> what, Consumer<Errands.Proving> shown) {
            open.add(new Sheet(needed, true, shown));
        }
    }

    private String shows(Counter counter, Sheet sheet, Optional<GuestProof.Shown> shown, Optional<Proof> word) {
        var codes = new ArrayList<ErrorCode>();
        Consumer<Refusal> denied = refusal -> codes.add(refusal.code());
        sheet.tried().accept(new Errands.Proving(shown, word, () -> open.remove(sheet), denied));
        counter.settle();
        return codes.isEmpty() ? "ok" : codes.getFirst().name();
    }

    private static Optional<Proof> pin(String operator, String pin) {
        return Optional.of(new Proof.Pin(new OperatorId(operator), pin));
    }

    private Counter asking() throws IOException {
        var store = folder.resolve("store");
        var programme =
                Files.writeString(folder.resolve("errand-trial.yaml"), TRIAL).toString();
        var noon = Instant.parse("2026-06-10T04:00:00Z");
        Till.open(TrainingTills.opening(store, programme, Optional.of(noon)), InstantSource.fixed(noon))
                .close();
        var settings = store.resolve(TillSettings.FILE);
        Files.writeString(settings, Files.readString(settings).replace("askProof: false", "askProof: true"));
        return new Counter(store, programme, new Desktop());
    }

    @Test
    void aProofAndThenAManagersWordAreTwoSheets() throws IOException {
        try (var counter = asking()) {
            var given = new ApprovalGiven(new OperatorId("2001"), "2222");
            counter.at(desk -> desk.club().points().reverse(MEMBER, 5000, "r", () -> Optional.of(given)));
            for (var seed = 1L; seed <= 6; seed++) {
                var random = new Random(seed);
                var name = "seed " + seed;
                counter.at(desk -> {
                    desk.bill()
                            .bills()
                            .add(
                                    new Bills.OpenItem("x", new Category("food"), Money.parse("100.00")),
                                    Quantity.ONE,
                                    Bills.LineExtras.NONE);
                    desk.bill().bills().use(new Use(new Use.Asked.Count(500), List.of()));
                    return desk.bill().bills().member(MEMBER);
                });
                var paid = new ArrayList<Sales.Tendered>();
                var payment = new Sales.Payment(
                        TenderType.ACCOUNT,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("没人知道"));
                counter.errands()
                        .proven(
                                _ -> "pay",
                                (desk, proof) -> desk.sale().sales().tender(payment, proof),
                                paid::add,
                                () -> {});
                counter.settle();
                assertThat(open).as(name).singleElement().matches(Sheet::guest);
                proves(counter, random, name);
                assertThat(open)
                        .as("%s: the second step has a sheet of its own", name)
                        .singleElement()
                        .satisfies(sheet -> assertThat(sheet.guest()).isFalse())
                        .satisfies(sheet -> assertThat(sheet.needed()).isEqualTo(Role.MANAGER));
                var charge = open.getFirst();
                if (random.nextBoolean()) {
                    assertThat(shows(counter, charge, Optional.empty(), pin("3001", "0")))
                            .as(name)
                            .isEqualTo("APPROVAL_DENIED");
                }
                assertThat(shows(counter, charge, Optional.empty(), pin("3001", "3333")))
                        .as(name)
                        .isEqualTo("ok");
                assertThat(open).as(name).isEmpty();
                assertThat(paid)
                        .as(name)
                        .singleElement()
                        .satisfies(done -> assertThat(done.completed()).isPresent());
            }
        }
    }

    private void proves(Counter counter, Random random, String name) {
        var sheet = open.getFirst();
        if (random.nextBoolean()) {
            assertThat(shows(counter, sheet, Optional.empty(), pin("2001", "0")))
                    .as(name)
                    .isEqualTo("APPROVAL_DENIED");
        }
        var done = switch (random.nextInt(3)) {
            case 0 -> shows(counter, sheet, Optional.empty(), pin("2001", "2222"));
            case 1 -> shows(counter, sheet, Optional.empty(), pin("3001", "3333"));
            default -> // a reader's card may be the approver's too
                shows(
                        counter,
                        sheet,
                        Optional.of(new GuestProof.Shown.Card(MEMBERS_CARD.value())),
                        Optional.of(new Proof.Card(MEMBERS_CARD)));
        };
        assertThat(done).as(name).isEqualTo("ok");
    }
}

package io.huitai.ui.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.shop.Category;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TenderType;
import io.huitai.shop.TillId;
import io.huitai.till.Bills;
import io.huitai.till.Companies;
import io.huitai.till.Sales;
import io.huitai.till.Till;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsModelTest {
    private static final String COMPANY = "江南旅行社";
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");

    private final Notices notices = new Notices();
    private final List<AccountsModel.Paid> paid = new ArrayList<>();

    @TempDir
    private Path folder;

    private Till till;
    private AccountsModel model;

    @BeforeEach
    void open() {
        till = Till.open(
                new Till.Opening(
                        folder.resolve("store"),
                        new StoreId("S001"),
                        new TillId("T1"),
                        OutletKind.RESTAURANT,
                        "corporate-vip",
                        Lang.ZH,
                        false,
                        Optional.of(NOON)),
                InstantSource.fixed(NOON));
        till.perform(desk -> {
                    desk.operators().signIn(new OperatorId("1001"), "1111");
                    desk.shifts().open(Money.ZERO);
                    desk.bills()
                            .add(
                                    new Bills.OpenItem("x", new Category("food"), Money.parse("300.00")),
                                    Quantity.ONE,
                                    Bills.LineExtras.NONE);
                    return desk.sales()
                            .tender(new Sales.Payment(
                                    TenderType.ACCOUNT,
                                    Optional.empty(),
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(COMPANY)));
                })
                .join();
        var errands = new Errands(CompletableFuture.completedFuture(till), Runnable::run, notices, (_, _, _) -> {});
        model = new AccountsModel(errands, paid::add);
        read();
    }

    @AfterEach
    void close() {
        till.close();
    }

    private void read() {
        model.read();
        settled();
    }

    /// What was asked for before has come back.
    private void settled() {
        for (var i = 0; i < 2; i++) { // a settlement reads again
            var _ = till.perform(_ -> true).join();
        }
    }

    private Companies.Aged company() {
        return model.companies().get().stream()
                .filter(each -> each.company().equals(COMPANY))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allCompaniesAreThereAndOnlyADebtorPays() {
        assertThat(model.companies().get())
                .extracting(Companies.Aged::company)
                .containsExactly(COMPANY, "蓝海集团", "远山科技");
        assertThat(model.owedInAll().getValue()).hasToString("300.00");
        assertThat(model.debtor().getValue()).map(Companies.Aged::company).contains(COMPANY);
        model.choose(Optional.of(model.companies().get().getLast()));
        assertThat(model.debtor().getValue()).isEmpty();
    }

    @Test
    void whatIsPaidIsOwedNoLongerAndTheCompanyStaysChosen() {
        model.choose(Optional.of(company()));
        model.settle(COMPANY, Money.parse("100.00"), TenderType.CHEQUE);
        settled();

        assertThat(paid).singleElement().satisfies(done -> {
            assertThat(done.amount()).hasToString("100.00");
            assertThat(done.balance()).hasToString("200.00");
            assertThat(done.slip()).contains("单位结账", COMPANY, "100.00");
        });
        assertThat(company().owed()).hasToString("200.00");
        assertThat(model.chosen().get()).contains(company());
    }

    @Test
    void moreThanIsOwedIsRefusedAndCanBePutRight() {
        model.settle(COMPANY, Money.parse("300.01"), TenderType.CASH);
        settled();

        assertThat(paid).isEmpty();
        assertThat(notices.current().get().orElseThrow().kind()).isEqualTo(Notices.Kind.ERROR);
        model.settle(COMPANY, Money.parse("300.00"), TenderType.CASH);
        settled();
        assertThat(paid).hasSize(1);
    }
}

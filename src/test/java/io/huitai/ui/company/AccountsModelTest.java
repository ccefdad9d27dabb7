package io.huitai.ui.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.till.sale.Companies;
import io.huitai.ui.fittings.Counter;
import io.huitai.ui.fittings.Notices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsModelTest {
    private static final String COMPANY = "江南旅行社";

    private final List<AccountsModel.Paid> paid = new ArrayList<>();

    @TempDir
    private Path folder;

    private Counter counter;
    private AccountsModel model;

    @BeforeEach
    void open() {
        counter = new Counter(folder.resolve("store"), "corporate-vip");
        Counter.charge(counter.till(), COMPANY, "300.00");
        model = new AccountsModel(counter.errands(), paid::add);
        model.read();
        counter.settle();
    }

    @AfterEach
    void close() {
        counter.close();
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
        counter.settle();

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
        counter.settle();

        assertThat(paid).isEmpty();
        assertThat(counter.notices().current().get().orElseThrow().kind()).isEqualTo(Notices.Kind.ERROR);
        model.settle(COMPANY, Money.parse("300.00"), TenderType.CASH);
        counter.settle();
        assertThat(paid).hasSize(1);
    }
}

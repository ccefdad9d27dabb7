package io.huitai.ui.company;

import io.huitai.money.Money;
import io.huitai.shop.TenderType;
import io.huitai.till.sale.Companies;
import io.huitai.ui.fittings.Errands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// What companies owe by age, and which of them is about to pay.
final class AccountsModel {
    private final Errands errands;
    private final Consumer<Paid> paid;
    private final ReadOnlyObjectWrapper<List<Companies.Aged>> companies = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Companies.Aged>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean paying;

    /// What a company has paid.
    ///
    /// @param balance what it owes after that
    /// @param slip its receipt as text
    record Paid(String company, Money amount, Money balance, String slip) {}

    /// @param paid told each settlement
    AccountsModel(Errands errands, Consumer<Paid> paid) {
        this.errands = errands;
        this.paid = paid;
    }

    /// By name.
    ReadOnlyObjectProperty<List<Companies.Aged>> companies() {
        return companies.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Companies.Aged>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ObservableValue<Money> owedInAll() {
        return companies.map(all -> all.stream().map(Companies.Aged::owed).reduce(Money.ZERO, Money::plus));
    }

    /// The company that may pay: one that owes something.
    ObservableValue<Optional<Companies.Aged>> debtor() {
        return chosen.map(company -> company.filter(one -> one.owed().isPositive()));
    }

    void choose(Optional<Companies.Aged> company) {
        chosen.set(company);
    }

    /// Reads the debts as they are today; the same company stays chosen, at first it is the first.
    void read() {
        errands.desk(desk -> desk.sale().companies().ageing(desk.now().toLocalDate()), this::show);
    }

    private void show(List<Companies.Aged> read) {
        var name = chosen.get().map(Companies.Aged::company);
        companies.set(read);
        choose(read.stream()
                .filter(company -> name.filter(company.company()::equals).isPresent())
                .findFirst()
                .or(() -> read.stream().findFirst()));
    }

    /// Takes what a company pays of its debt; once at a time.
    void settle(String company, Money amount, TenderType type) {
        if (paying) {
            return;
        }
        paying = true;
        errands.desk(
                desk -> {
                    var settled = desk.sale().companies().settle(company, amount, type);
                    var slip = desk.receipts().fresh(settled.receipt()).text();
                    return new Paid(company, amount, settled.balance(), slip);
                },
                done -> {
                    read();
                    paid.accept(done);
                },
                () -> paying = false);
    }
}

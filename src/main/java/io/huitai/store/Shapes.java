package io.huitai.store;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Balances;
import io.huitai.ledger.Tally;
import io.huitai.money.Money;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.person.Company;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Between rows and the records of the shop.
final class Shapes {
    private Shapes() {}

    /// Without the older parts of what is counted by day.
    static StoreRows.MemberRow row(MemberRecord member, Map<Asset, Tally> monthDays) {
        var row = new StoreRows.MemberRow();
        row.no = member.no().value();
        row.name = Lookup.NAME.column(member.profile());
        row.phone = Lookup.PHONE.column(member.profile());
        row.document = Lookup.DOCUMENT.column(member.profile());
        row.body = FactJson.mapper()
                .writeValueAsString(member.with(Balances.of(member.holdings().lots())));
        row.monthDays = FactJson.mapper().writeValueAsString(monthDays);
        return row;
    }

    static MemberRecord member(StoreRows.MemberRow row) {
        var member = FactJson.mapper().readValue(row.body, MemberRecord.class);
        var holdings = member.holdings();
        for (var days : List.of(row.pastDays, row.fourYearDays, row.yearDays, row.monthDays)) {
            holdings = holdings.counting(FactJson.mapper().readValue(days, CountedDays.PART));
        }
        return member.with(holdings);
    }

    static StoreRows.OperatorRow row(Operator operator) {
        var row = new StoreRows.OperatorRow();
        row.id = operator.id().value();
        row.name = operator.name();
        row.role = operator.role().code();
        row.pinHash = operator.pinHash();
        row.cardHash = operator.cardHash().orElse(null);
        return row;
    }

    static Operator operator(StoreRows.OperatorRow row) {
        var role = Role.of(row.role).orElseThrow(() -> new IllegalStateException("No role is called " + row.role));
        return new Operator(new OperatorId(row.id), row.name, role, row.pinHash, Optional.ofNullable(row.cardHash));
    }

    static StoreRows.CompanyRow row(Company company) {
        var row = new StoreRows.CompanyRow();
        row.name = company.name();
        row.limit = company.limit().fen();
        row.billingDay = company.billingDay();
        return row;
    }

    static Company company(StoreRows.CompanyRow row) {
        return new Company(row.name, Money.ofFen(row.limit), row.billingDay);
    }
}

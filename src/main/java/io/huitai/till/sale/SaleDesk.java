package io.huitai.till.sale;

import io.huitai.till.bill.Pricer;
import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.member.KnownMembers;

/// Tenders and the sale, and the companies that buy on account.
public record SaleDesk(Sales sales, Companies companies) {
    public static SaleDesk of(Kernel kernel, KnownMembers known, Pricer pricer, Operators operators) {
        var book = kernel.book();
        var companies = new Companies(book, kernel.scheme());
        var sales = new Sales(book, known.book(), pricer, companies, operators, known.proofs(), kernel.outlet());
        return new SaleDesk(sales, companies);
    }
}

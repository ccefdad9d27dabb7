package io.huitai.till.refund;

import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.member.KnownMembers;
import io.huitai.till.sale.Companies;

/// Refunds, gifts brought back, and the invoices of sales and refunds.
public record RefundDesk(Refunds refunds, Returns returns, Fapiaos fapiaos) {
    public static RefundDesk of(
            Kernel kernel, KnownMembers known, Companies companies, Operators operators, FapiaoProvider provider) {
        var book = kernel.book();
        var scheme = kernel.scheme();
        var fapiaos = new Fapiaos(book, scheme, provider);
        var refunds = new Refunds(book, scheme, known.book(), companies, operators, kernel.outlet(), fapiaos);
        return new RefundDesk(refunds, new Returns(book, refunds, operators), fapiaos);
    }
}

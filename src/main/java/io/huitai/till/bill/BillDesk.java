package io.huitai.till.bill;

import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.member.KnownMembers;
import io.huitai.till.settings.CodeKeys;

/// The open bill and those that wait: lines, adjustments, splitting, holding, and what readers bring to it.
public record BillDesk(
        Bills bills,
        Adjustments adjustments,
        SplitBills split,
        LateCheckOut lateCheckOut,
        HeldBills held,
        Readings readings) {
    public static BillDesk of(
            Kernel kernel,
            KnownMembers known,
            BillPricing pricing,
            Operators operators,
            Catalogue catalogue,
            CodeKeys keys) {
        var book = kernel.book();
        var scheme = kernel.scheme();
        var settings = kernel.settings();
        var members = known.book();
        var pricer = pricing.pricer();
        var house = pricing.house();
        var alone = house.rules().alone();
        var bills = new Bills(book, scheme, catalogue, known.due(), members, pricer, operators, alone, known.proofs());
        var labels = new ScaleLabels(catalogue, settings.weightPrefixes(), settings.scale());
        var meanings = new ScanMeanings(book, catalogue, known.cards(), labels);
        return new BillDesk(
                bills,
                new Adjustments(book, bills, pricer, operators, house),
                new SplitBills(book, bills, pricer, house),
                new LateCheckOut(book, scheme, bills, members),
                new HeldBills(book, bills, members, pricer, known.proofs()),
                new Readings(book, bills, scheme, keys, meanings, known.cards(), known.proofs(), known.codes()));
    }
}

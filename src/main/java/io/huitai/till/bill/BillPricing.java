package io.huitai.till.bill;

import io.huitai.journal.fact.Sale;
import io.huitai.till.book.Kernel;
import io.huitai.till.member.MemberBook;
import java.util.List;

/// What prices a till's bills: the pricer, the house's prices and rules, and what goes well with what.
public record BillPricing(Pricer pricer, House house, MemberBook members) {
    /// How many of the latest sales to members tell what goes well with what.
    public static BillPricing of(Kernel kernel, MemberBook members, Catalogue catalogue) {
        var book = kernel.book();
        var suggests = kernel.scheme().now().membership().club().suggestions();
        var latest = suggests ? book.store().latestSalesToMembers(Companions.SALES) : List.<Sale>of();
        var companions = new Companions(catalogue, latest);
        book.whenRecorded(companions::recorded);
        var house = new House(kernel.settings().house());
        var pricer = new Pricer(book, kernel.scheme(), members, kernel.outlet(), house, companions);
        return new BillPricing(pricer, house, members);
    }

    /// Says what an operator's step would change on the bill as it stands.
    public BookBefore before(Kernel kernel) {
        return new BookBefore(kernel.book(), kernel.scheme(), members, pricer, house);
    }
}

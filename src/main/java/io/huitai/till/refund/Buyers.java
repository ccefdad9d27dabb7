package io.huitai.till.refund;

import io.huitai.shop.Fapiao;
import io.huitai.shop.Writing;
import io.huitai.shop.person.TaxNumber;
import io.huitai.till.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// Whom tax invoices are made out to: read as somebody wrote them, and each told once.
public final class Buyers {
    private static final int LONGEST_TITLE = 100;

    private Buyers() {}

    /// Whom an invoice is made out to, as it was written. Refused: `BAD_REQUEST` naming `title` or `taxNumber`.
    ///
    /// @param taxNumber empty for a person
    public static Fapiao.Buyer of(String title, String taxNumber) {
        if (!isTitle(title)) {
            throw Refusal.ofField("title");
        }
        var name = Writing.tidy(title);
        if (TaxNumber.isNone(taxNumber)) {
            return new Fapiao.Buyer(name, "");
        }
        var number = TaxNumber.read(taxNumber).orElseThrow(() -> Refusal.ofField("taxNumber"));
        return new Fapiao.Buyer(name, number.value());
    }

    /// Whether an invoice can be made out to what was written.
    public static boolean isTitle(String written) {
        var title = Writing.tidy(written);
        return !title.isEmpty() && title.length() <= LONGEST_TITLE;
    }

    static void mustBeGood(Fapiao.Buyer buyer) {
        if (!isGood(buyer)) {
            throw Refusal.ofField("taxNumber");
        }
    }

    static boolean isGood(Fapiao.Buyer buyer) {
        return TaxNumber.isNone(buyer.taxNumber())
                || TaxNumber.read(buyer.taxNumber()).isPresent();
    }

    /// Each buyer once, whichever way they were written; one whose number would be refused is not offered.
    static List<Fapiao.Buyer> offered(Stream<Fapiao.Buyer> buyers) {
        var seen = new HashSet<String>();
        return buyers.filter(Buyers::isGood)
                .filter(buyer -> seen.add(Writing.key(buyer.title()) + "\n" + buyer.taxNumber()))
                .toList();
    }
}

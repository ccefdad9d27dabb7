package io.huitai.till.bill;

import io.huitai.money.Quantity;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.member.KnownCards;
import io.huitai.till.refusal.Refusal;

/// What a scan means at this till, before anything is done about it.
sealed interface ScanMeaning {
    /// A product, and how much of it.
    record OfGoods(Product product, Quantity qty) implements ScanMeaning {}

    /// A code that head office signed, to be verified.
    record OfSigned(String text) implements ScanMeaning {}

    record OfReceipt(ReceiptNo receipt) implements ScanMeaning {}

    record OfMember(MemberNo member) implements ScanMeaning {}

    record OfCard(KnownCards.Held card) implements ScanMeaning {}

    /// A guest's payment code, and nothing that this shop sells or gave out.
    record OfPayment(String code) implements ScanMeaning {
        @Override
        public String toString() {
            return "OfPayment[]";
        }
    }

    /// Nothing that can be used.
    record Refused(Refusal why) implements ScanMeaning {}
}

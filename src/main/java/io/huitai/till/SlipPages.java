package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.money.Money;
import io.huitai.programme.Membership;
import io.huitai.programme.Tier;
import io.huitai.receipt.Composer;
import io.huitai.receipt.Document;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Tender;
import io.huitai.store.StoredSlip;

/// What stands on the receipts of other things than sales and refunds.
final class SlipPages {
    private final ReceiptPages pages;
    private final Scheme scheme;
    private final Lang lang;

    SlipPages(ReceiptPages pages, Scheme scheme, Lang lang) {
        this.pages = pages;
        this.scheme = scheme;
        this.lang = lang;
    }

    /// @param hash of the slip's entry
    /// @param operator who made it
    Document page(StoredSlip slip, String hash, String operator) {
        var receipt = slip.fact().receipt().value();
        var page = pages.head(receipt, slip.at(), operator);
        switch (slip.fact()) {
            case Fact.Subscribed paid -> subscribed(page, paid);
            case Fact.GiftRedeemed gift -> redeemed(page, gift);
            case Fact.GiftReturned gift -> returned(page, gift);
            case Fact.Recharged recharged -> recharged(page, recharged);
            case Fact.AccountSettled settled -> settled(page, settled);
        }
        return pages.foot(page, receipt, hash);
    }

    private void subscribed(Composer page, Fact.Subscribed paid) {
        title(page, "subscription", paid.member());
        page.pair(tier(paid.tier()), pages.word("until", paid.until()));
        money(page, paid.tender());
    }

    private void redeemed(Composer page, Fact.GiftRedeemed redeemed) {
        title(page, "gift", redeemed.member());
        page.pair(gift(redeemed.gift()) + " ×" + redeemed.count(), "");
        page.pair(pages.word("points-used"), Long.toString(redeemed.points()));
        page.signature(pages.word("signature"));
    }

    private void returned(Composer page, Fact.GiftReturned returned) {
        title(page, "gift-back", returned.member());
        page.line(pages.word("refund-of", returned.of()));
        page.pair(gift(returned.gift()) + " ×" + returned.count(), "");
        page.pair(pages.word("points-given-back"), Long.toString(returned.points()));
        page.signature(pages.word("signature"));
    }

    private void recharged(Composer page, Fact.Recharged recharged) {
        title(page, "recharge", recharged.member());
        page.pair(pages.word("principal"), recharged.amount());
        if (!recharged.bonus().isZero()) {
            page.pair(pages.word("bonus"), recharged.bonus());
        }
        money(page, recharged.tender());
    }

    private void settled(Composer page, Fact.AccountSettled settled) {
        page.strong(pages.word("settlement")).rule();
        page.line(settled.company());
        money(page, settled.tender());
    }

    private void title(Composer page, String key, MemberNo member) {
        page.strong(pages.word(key)).rule();
        page.line(pages.word("member", member));
    }

    private void money(Composer page, Tender tender) {
        page.rule().pair(pages.tender(tender.type()), tender.amount().plus(tender.change()));
        if (!tender.change().equals(Money.ZERO)) {
            page.pair(pages.word("change"), tender.change());
        }
    }

    private String tier(String id) {
        return scheme.now().tier(id).map(Tier::name).map(name -> name.in(lang)).orElse(id);
    }

    private String gift(String id) {
        return scheme.now().membership().gifts().stream()
                .filter(gift -> gift.id().value().equals(id))
                .map(Membership.Gift::name)
                .map(name -> name.in(lang))
                .findFirst()
                .orElse(id);
    }
}

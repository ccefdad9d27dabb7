package io.huitai.till.paper;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.receipt.Composer;
import io.huitai.receipt.Document;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Tender;
import io.huitai.store.StoredSlip;
import io.huitai.till.book.Scheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/// What stands on the receipts of other things than sales and refunds.
final class SlipPages {
    private final ReceiptPages pages;
    private final Scheme scheme;
    private final Function<MemberNo, Optional<MemberRecord>> members;
    private final Lang lang;

    /// @param members as they are known now; their names are masked on paper
    SlipPages(ReceiptPages pages, Scheme scheme, Function<MemberNo, Optional<MemberRecord>> members, Lang lang) {
        this.pages = pages;
        this.scheme = scheme;
        this.members = members;
        this.lang = lang;
    }

    /// @param hash of the entry: printed short, so that a cut journal shows
    Document of(StoredSlip slip, String hash, String operator) {
        var receipt = slip.fact().receipt().value();
        var page = pages.head(receipt, slip.at(), operator, day(slip));
        page.strong(word(slip.fact().kind())).rule();
        switch (slip.fact()) {
            case Fact.Recharged recharged -> recharged(page, recharged);
            case Fact.AccountSettled settled -> settled(page, settled);
            case Fact.Subscribed paid -> subscribed(page, paid);
            case Fact.GiftRedeemed redeemed ->
                gift(page, redeemed.member(), redeemed.gift(), redeemed.count(), -redeemed.points());
            case Fact.GiftReturned returned -> {
                page.line(word("refund-of", returned.of()));
                gift(page, returned.member(), returned.gift(), returned.count(), returned.points());
            }
            case Fact.GoodsExchanged exchanged -> exchanged(page, exchanged);
            case Fact.GoodsTakenBack taken -> takenBack(page, taken);
        }
        return pages.foot(page, receipt, hash);
    }

    private LocalDate day(StoredSlip slip) {
        return slip.fact() instanceof Fact.OfDay told ? told.businessDay() : pages.businessDay(slip.at());
    }

    private void exchanged(Composer page, Fact.GoodsExchanged exchanged) {
        page.line(word("exchange-of", exchanged.of()));
        exchanged.lines().forEach(line -> page.pair(word("line", line.line()), "×" + new Quantity(line.thousandths())));
        page.line(exchanged.reason());
        page.signature(word("signature"));
    }

    private void takenBack(Composer page, Fact.GoodsTakenBack taken) {
        page.line(taken.goods()).line(taken.reason());
        page.rule()
                .pair(
                        pages.tender(taken.tender().type()),
                        taken.tender().amount().negated());
        page.signature(word("signature"));
    }

    private void recharged(Composer page, Fact.Recharged recharged) {
        member(page, recharged.member());
        page.pair(word("recharged"), recharged.amount());
        if (recharged.bonus().isPositive()) {
            page.pair(word("bonus"), recharged.bonus());
        }
        paid(page, recharged.tender());
        pages.card(page, recharged.after());
        var stored = scheme.now().membership().storedValue();
        if (stored.filter(StoredValue::invoicedAtRecharge).isPresent()) {
            page.line(word("invoice-now"));
        }
        if (stored.filter(value -> value.spending().signature()).isPresent()) {
            page.signature(word("signature"));
        }
    }

    private void settled(Composer page, Fact.AccountSettled settled) {
        page.line(word("company", settled.company()));
        settled.postings()
                .forEach(part -> page.pair(word("charged-on", part.lot().id()), Money.ofFen(part.amount())));
        paid(page, settled.tender());
    }

    private void subscribed(Composer page, Fact.Subscribed paid) {
        member(page, paid.member());
        page.pair(
                scheme.now().tier(paid.tier()).map(tier -> tier.name().in(lang)).orElse(paid.tier()),
                word("until", paid.until()));
        paid(page, paid.tender());
    }

    private void gift(Composer page, MemberNo member, String gift, long count, long points) {
        member(page, member);
        page.pair(name(scheme.now(), gift), "×" + count);
        page.pair(word("points"), Long.toString(points));
        page.signature(word("signature"));
    }

    private String name(Programme programme, String gift) {
        return programme
                .membership()
                .gift(gift)
                .map(each -> each.name().in(lang))
                .orElse(gift);
    }

    /// A forgotten member has no name.
    private void member(Composer page, MemberNo no) {
        var name =
                members.apply(no).map(member -> member.profile().maskedName()).orElse("");
        page.pair(word("member", name), no.value());
    }

    private void paid(Composer page, Tender tender) {
        page.rule().pair(pages.tender(tender.type()), tender.amount());
    }

    private String word(String key, Object... details) {
        return pages.word(key, details);
    }
}

package io.huitai.till.paper;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Refund;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.fact.SoldLine;
import io.huitai.ledger.CardMoney;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.programme.scheme.StoredValue;
import io.huitai.receipt.Block;
import io.huitai.receipt.Composer;
import io.huitai.receipt.Document;
import io.huitai.receipt.Logo;
import io.huitai.shop.Lang;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Service;
import io.huitai.shop.TenderType;
import io.huitai.shop.Wording;
import io.huitai.store.StoredRefund;
import io.huitai.store.StoredSale;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.ChargedTo;
import io.huitai.till.book.Scheme;
import io.huitai.till.sale.SaleDraft;
import io.huitai.till.settings.TillSettings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands on the receipts of sales and refunds.
public final class ReceiptPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int SHORT_HASH = 12;

    private final TillSettings settings;
    private final Scheme scheme;
    private final Optional<Logo> logo;
    private final Lang lang;
    private final Wording words;

    public ReceiptPages(TillSettings settings, Scheme scheme, Optional<Logo> logo, Lang lang) {
        this.settings = settings;
        this.logo = logo;
        this.scheme = scheme;
        this.lang = lang;
        this.words = Wording.of(ReceiptPages.class, lang);
    }

    /// The receipts of other things.
    ///
    /// @param members as they are known now
    public SlipPages slips(Function<MemberNo, Optional<MemberRecord>> members) {
        return new SlipPages(this, scheme, members, lang);
    }

    String word(String key, Object... details) {
        return words.say("receipt." + key, details);
    }

    static String both(String key) {
        return Wording.label(ReceiptPages.class, "receipt." + key).both();
    }

    /// @param hash of the sale's entry: printed short, so that a cut journal shows
    /// @param operator who took the last tender
    Document sale(StoredSale stored, String hash, String operator) {
        var sale = stored.sale();
        var page = head(sale.receipt().value(), stored.at(), operator, sale.businessDay());
        served(page, sale.service());
        page.rule().heads(word("item"), word("price"), word("quantity"), word("amount"));
        for (var line : sale.lines()) {
            page.item(line.item().name(), line.item().price(), line.item().qty(), line.gross(), reasons(line));
            if (!line.item().note().isEmpty()) {
                page.line("  " + line.item().note());
            }
        }
        page.rule().pair(word("gross"), sale.sums().gross());
        taken(page, "discount", sale.sums().discount());
        taken(page, "voucher", sale.sums().voucher());
        taken(page, "points-value", sale.sums().pointsValue());
        taken(page, "rounding", sale.rounding());
        page.total(word("payable"), sale.sums().payable());
        for (var tender : sale.paid().tenders()) {
            page.pair(tender(tender.type()), tender.amount().plus(tender.change()));
            if (!tender.change().isZero()) {
                page.pair(word("change"), tender.change());
            }
            ChargedTo.of(tender).ifPresent(whom -> page.line(charged(whom)));
        }
        tax(page, sale);
        member(page, sale);
        signed(page, sale);
        return foot(page, sale.receipt().value(), hash);
    }

    /// A document that is no receipt, marked on training tills as receipts are.
    Document marked(Document document) {
        if (!settings.training()) {
            return document;
        }
        var page = Document.compose().banner(both("training"));
        document.blocks().forEach(page::add);
        return page.done();
    }

    /// Where the guests sit and how many they are, as far as somebody said so.
    private void served(Composer page, Service service) {
        var place = Stream.of(service.room(), service.table())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        var told = Stream.of(
                        place.isEmpty() ? "" : word("table", place),
                        service.adults() == 0 ? "" : word("guests", Integer.toString(service.adults())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
        if (!told.isEmpty()) {
            page.line(told);
        }
    }

    /// The open bill before it is paid, marked as what it is.
    Document preBill(OpenBill bill, OffsetDateTime at, String operator) {
        var page = Document.compose();
        if (settings.training()) {
            page.banner(both("training"));
        }
        page.banner(both("pre-bill")).heading(settings.name()).centred(word("not-a-receipt"));
        page.pair(
                TIME.format(at.atZoneSameInstant(ZoneId.of(settings.zone()))),
                settings.till() + "  " + word("operator", operator));
        served(page, bill.service());
        page.rule().heads(word("item"), word("price"), word("quantity"), word("amount"));
        var quote = bill.quote();
        for (var line : quote.lines()) {
            bill.items().stream().filter(item -> item.number() == line.number()).forEach(item -> {
                var sold = new SoldLine(item, line.gross(), line.net(), SaleDraft.because(line));
                page.item(item.name(), item.price(), item.qty(), line.gross(), reasons(sold));
            });
        }
        page.rule().pair(word("gross"), quote.sums().gross());
        taken(page, "discount", quote.sums().discount());
        taken(page, "voucher", quote.sums().voucher());
        taken(page, "points-value", quote.sums().pointsValue());
        taken(page, "rounding", quote.sums().rounding());
        page.total(word("payable"), quote.sums().payable());
        return page.rule().centred(word("not-a-receipt")).feed(1).cut().done();
    }

    private List<Block.Reason> reasons(SoldLine line) {
        var reasons = new ArrayList<Block.Reason>();
        for (var part : line.item().parts()) {
            var each = part.qty().equals(Quantity.ONE) ? "" : " ×" + part.qty();
            var extra = part.extra().isZero() ? "" : part.extra().toString();
            reasons.add(new Block.Reason("+ " + part.name() + each, extra));
        }
        line.item()
                .adjustments()
                .forEach(change -> reasons.add(new Block.Reason(
                        word("overridden", change.reason(), line.item().listPrice()), "")));
        line.because().forEach(row -> reasons.add(Block.Reason.of(row.in(lang), row.amount())));
        return reasons;
    }

    private void taken(Composer page, String key, Money amount) {
        if (!amount.isZero()) {
            page.pair(word(key), amount.negated());
        }
    }

    /// The tax that the net prices include, by rate.
    private void tax(Composer page, Sale sale) {
        sale.paidByRate().forEach((rate, paid) -> {
            if (!paid.isZero()) {
                page.pair(word("tax", rate.percent()), paid.includedTax(rate));
            }
        });
    }

    private void member(Composer page, Sale sale) {
        if (sale.buyer().isEmpty() || sale.after().isEmpty()) {
            return;
        }
        var programme = scheme.find(sale.programme()).orElseGet(scheme::now); // names only
        var buyer = sale.buyer().get();
        var after = sale.after().get();
        var tier = programme
                .tier(buyer.tier())
                .map(found -> found.name().in(lang))
                .orElse(buyer.tier().value());
        page.rule().pair(word("member", buyer.name()), tier);
        page.pair(word("points-used"), Long.toString(sale.used().redeemed()));
        page.pair(word("points-earned"), Long.toString(sale.brought().earned()));
        page.strongPair(word("points-after"), Long.toString(after.points()));
        after.card().ifPresent(left -> card(page, left));
        after.expires().ifPresent(day -> page.line(word("points-expire", after.expiring(), day)));
        after.vouchers()
                .forEach((type, count) -> page.line(word(
                        "vouchers-left",
                        programme
                                .voucher(type)
                                .map(found -> found.name().in(lang))
                                .orElse(type.value()),
                        Long.toString(count))));
    }

    private String charged(ChargedTo whom) {
        return switch (whom) {
            case ChargedTo.Room(var room, var guest) -> word("room", room, guest);
            case ChargedTo.Company(var name) -> word("company", name);
        };
    }

    /// What is left on a card.
    void card(Composer page, CardMoney left) {
        page.strongPair(word("card-left"), left.total().toString());
        if (left.bonus().isPositive()) {
            page.line(word("card-parts", left.principal(), left.bonus()));
        }
    }

    /// The guest signs for what is paid later and, where the programme asks for it, for what a card paid.
    private void signed(Composer page, Sale sale) {
        var stored = scheme.find(sale.programme())
                .flatMap(programme -> programme.membership().storedValue())
                .filter(_ -> !sale.paid().fromCards().isEmpty());
        if (stored.filter(StoredValue::invoicedAtRecharge).isPresent()) {
            page.line(word("invoiced-before"));
        }
        if (stored.filter(value -> value.spending().signature()).isPresent()
                || sale.paid().tenders().stream()
                        .anyMatch(tender -> ChargedTo.of(tender).isPresent())) {
            page.signature(word("signature"));
        }
    }

    /// @param operator who refunded
    Document refund(StoredRefund stored, StoredSale original, String hash, String operator) {
        var refund = stored.refund();
        var page = head(refund.receipt().value(), stored.at(), operator, refund.businessDay());
        page.strong(word("refund-of", refund.of()));
        page.rule();
        for (var back : refund.lines()) {
            original.sale()
                    .line(back.line())
                    .ifPresent(line -> page.pair(
                            line.item().name() + " ×" + new Quantity(back.thousandths()),
                            back.amount().negated()));
        }
        page.rule();
        var goods = refund.lines().stream().map(Refund.Returned::amount).reduce(Money.ZERO, Money::plus);
        taken(page, "rounding", refund.amount().minus(goods));
        for (var share : refund.tenders()) {
            page.pair(word("refunded", tender(share.type())), share.paid().negated());
        }
        points(page, refund);
        refund.card().ifPresent(left -> card(page, left));
        page.signature(word("signature"));
        return foot(page, refund.receipt().value(), hash);
    }

    private void points(Composer page, Refund refund) {
        if (refund.points().takenBack() > 0) {
            page.pair(word("points-taken-back"), Long.toString(-refund.points().takenBack()));
        }
        if (refund.points().givenBack() > 0) {
            page.pair(word("points-given-back"), Long.toString(refund.points().givenBack()));
        }
        if (!refund.points().shortfallValue().isZero()) {
            page.pair(word("shortfall"), refund.points().shortfallValue().negated());
        }
    }

    LocalDate businessDay(OffsetDateTime at) {
        return settings.house()
                .businessDay(at.atZoneSameInstant(ZoneId.of(settings.zone())).toOffsetDateTime());
    }

    Composer head(String receipt, OffsetDateTime at, String operator, LocalDate businessDay) {
        var page = Document.compose();
        if (settings.training()) {
            page.banner(both("training"));
        }
        logo.ifPresent(page::logo);
        page.heading(settings.name()).centred(word("number", receipt));
        var here = at.atZoneSameInstant(ZoneId.of(settings.zone()));
        page.pair(TIME.format(here), settings.till() + "  " + word("operator", operator));
        if (!here.toLocalDate().equals(businessDay)) {
            page.line(word("business-day", businessDay));
        }
        return page;
    }

    Document foot(Composer page, String receipt, String hash) {
        page.rule().qr(receipt, receipt);
        page.centred(word("proof", hash.substring(0, SHORT_HASH)));
        page.centred(word("thanks"));
        return page.feed(1).cut().done();
    }

    String tender(TenderType type) {
        return words.say("tender." + type.code());
    }
}

package io.huitai.till;

import io.huitai.journal.Refund;
import io.huitai.journal.Sale;
import io.huitai.journal.SoldLine;
import io.huitai.money.Money;
import io.huitai.money.Quantity;
import io.huitai.money.Rate;
import io.huitai.receipt.Block;
import io.huitai.receipt.Composer;
import io.huitai.receipt.Document;
import io.huitai.receipt.Logo;
import io.huitai.shop.Lang;
import io.huitai.shop.TenderType;
import io.huitai.store.StoredRefund;
import io.huitai.store.StoredSale;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What stands on the receipts of sales and refunds.
final class ReceiptPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int SHORT_HASH = 12;

    private final TillSettings settings;
    private final Scheme scheme;
    private final Optional<Logo> logo;
    private final Lang lang;
    private final ResourceBundle words;

    ReceiptPages(TillSettings settings, Scheme scheme, Optional<Logo> logo, Lang lang) {
        this.settings = settings;
        this.logo = logo;
        this.scheme = scheme;
        this.lang = lang;
        this.words = ResourceBundle.getBundle("io.huitai.till.texts", Refusal.locale(lang));
    }

    /// The pages of other things than sales and refunds.
    SlipPages slips() {
        return new SlipPages(this, scheme, lang);
    }

    String word(String key, Object... details) {
        return new MessageFormat(words.getString("receipt." + key), Locale.ROOT).format(details);
    }

    /// @param hash of the sale's entry: printed short, so that a cut journal shows
    /// @param operator who took the last tender
    Document sale(StoredSale stored, String hash, String operator) {
        var sale = stored.sale();
        var page = head(sale.receipt().value(), stored.at(), operator);
        if (!sale.service().table().isEmpty()) {
            page.line(word("table", sale.service().table()));
        }
        page.rule().heads(word("item"), word("price"), word("quantity"), word("amount"));
        for (var line : sale.lines()) {
            var reasons = line.because().stream()
                    .map(row -> Block.Reason.of(text(row), row.amount()))
                    .toList();
            page.item(line.item().name(), line.item().price(), line.item().qty(), line.gross(), reasons);
            if (!line.item().note().isEmpty()) {
                page.line("  " + line.item().note());
            }
        }
        page.rule().pair(word("gross"), sale.gross());
        taken(page, "discount", sale.discount());
        taken(page, "voucher", sale.voucher());
        taken(page, "points-value", sale.pointsValue());
        page.total(word("payable"), sale.payable());
        for (var tender : sale.tenders()) {
            page.pair(tender(tender.type()), tender.amount().plus(tender.change()));
            if (!tender.change().isZero()) {
                page.pair(word("change"), tender.change());
            }
        }
        tax(page, sale);
        member(page, sale);
        return foot(page, sale.receipt().value(), hash);
    }

    private String text(SoldLine.Because row) {
        return switch (lang) {
            case ZH -> row.zh();
            case EN -> row.en();
        };
    }

    private void taken(Composer page, String key, Money amount) {
        if (!amount.isZero()) {
            page.pair(word(key), amount.negated());
        }
    }

    /// The tax that the net prices include, by rate.
    private void tax(Composer page, Sale sale) {
        sale.lines().stream()
                .map(line -> line.item().taxRate())
                .distinct()
                .sorted()
                .forEach(rate -> {
                    var net = sale.lines().stream()
                            .filter(line -> line.item().taxRate().equals(rate))
                            .map(SoldLine::net)
                            .reduce(Money.ZERO, Money::plus);
                    if (!net.isZero()) {
                        page.pair(word("tax", percent(rate)), TaxIncluded.in(net, rate));
                    }
                });
    }

    private static String percent(Rate rate) {
        return new BigDecimal(rate.parts())
                        .movePointLeft(4)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    private void member(Composer page, Sale sale) {
        if (sale.buyer().isEmpty() || sale.after().isEmpty()) {
            return;
        }
        var programme = scheme.find(sale.programme()).orElseGet(scheme::now); // names only
        var buyer = sale.buyer().get();
        var after = sale.after().get();
        var tier =
                programme.tier(buyer.tier()).map(found -> found.name().in(lang)).orElse(buyer.tier());
        page.rule().pair(word("member", buyer.name()), tier);
        page.pair(word("points-used"), Long.toString(sale.redeemed()));
        page.pair(word("points-earned"), Long.toString(sale.earned()));
        page.strongPair(word("points-after"), Long.toString(after.points()));
        after.expires().ifPresent(day -> page.line(word("points-expire", Long.toString(after.expiring()), day)));
        after.vouchers()
                .forEach((type, count) -> page.line(word(
                        "vouchers-left",
                        programme
                                .voucher(type)
                                .map(found -> found.name().in(lang))
                                .orElse(type),
                        Long.toString(count))));
    }

    /// @param operator who refunded
    Document refund(StoredRefund stored, StoredSale original, String hash, String operator) {
        var refund = stored.refund();
        var page = head(refund.receipt().value(), stored.at(), operator);
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
        for (var share : refund.tenders()) {
            page.pair(word("refunded", tender(share.type())), share.paid().negated());
        }
        points(page, refund);
        page.signature(word("signature"));
        return foot(page, refund.receipt().value(), hash);
    }

    private void points(Composer page, Refund refund) {
        if (refund.takenBack() > 0) {
            page.pair(word("points-taken-back"), Long.toString(-refund.takenBack()));
        }
        if (refund.givenBack() > 0) {
            page.pair(word("points-given-back"), Long.toString(refund.givenBack()));
        }
        if (!refund.shortfallValue().isZero()) {
            page.pair(word("shortfall"), refund.shortfallValue().negated());
        }
    }

    Composer head(String receipt, OffsetDateTime at, String operator) {
        var page = Document.compose();
        if (settings.training()) {
            page.banner("培训 TRAINING");
        }
        logo.ifPresent(page::logo);
        page.heading(settings.name()).centred(word("number", receipt));
        page.pair(
                TIME.format(at.atZoneSameInstant(ZoneId.of(settings.zone()))),
                settings.till() + "  " + word("operator", operator));
        return page;
    }

    Document foot(Composer page, String receipt, String hash) {
        page.rule().qr(receipt, receipt);
        page.centred(word("proof", hash.substring(0, SHORT_HASH)));
        page.centred(word("thanks"));
        return page.feed(1).cut().done();
    }

    String tender(TenderType type) {
        return words.getString("tender." + type.code());
    }
}

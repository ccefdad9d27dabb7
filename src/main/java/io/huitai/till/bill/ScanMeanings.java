package io.huitai.till.bill;

import io.huitai.device.decode.CardRead;
import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Gtins;
import io.huitai.device.decode.PaymentCard;
import io.huitai.device.decode.Scan;
import io.huitai.device.decode.Unreadable;
import io.huitai.money.Quantity;
import io.huitai.protocol.SignedCode;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.book.Book;
import io.huitai.till.member.KnownCards;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what a scan means, in one place and in this order: what is exactly something of this shop's (a product's
/// code, a member's or a card's number, a receipt, a code of head office's); goods in any frame; a card in any form
/// that readers type; then a guest's payment code; and a bank card only where a number is nothing else. Changes
/// nothing.
public final class ScanMeanings {
    /// Eight digits have many other meanings.
    private static final int SHORTEST_MISREAD = 8;

    private static final int LONGEST_EXACT = 64;
    private static final int LONGEST_RECEIPT = 48;
    private static final int LONGEST_MEMBER = 32;

    private final Book book;
    private final Catalogue catalogue;
    private final KnownCards cards;
    private final ScaleLabels labels;

    ScanMeanings(Book book, Catalogue catalogue, KnownCards cards, ScaleLabels labels) {
        this.book = book;
        this.catalogue = catalogue;
        this.cards = cards;
        this.labels = labels;
    }

    ScanMeaning of(String scanned) {
        var meaning = asRead(scanned);
        var turned = Codes.turnedCase(scanned);
        if (!(meaning instanceof ScanMeaning.Refused) || turned.equals(scanned)) {
            return meaning;
        }
        var meant = asRead(turned);
        return meant instanceof ScanMeaning.Refused ? meaning : meant;
    }

    private ScanMeaning asRead(String scanned) {
        var plain = Codes.plain(scanned);
        if (SignedCode.isMeant(plain)) {
            return new ScanMeaning.OfSigned(plain);
        }
        var readings = Codes.readings(scanned);
        try {
            return Stream.of(scanned.strip(), plain)
                    .filter(text -> !text.isEmpty() && text.length() <= LONGEST_EXACT)
                    .distinct()
                    .flatMap(text -> exactly(text).stream())
                    .findFirst()
                    .or(() -> readings.stream()
                            .flatMap(reading -> goods(reading).stream())
                            .findFirst())
                    .or(() -> card(plain, readings))
                    .or(() -> payment(readings))
                    .orElseGet(() -> new ScanMeaning.Refused(unknown(scanned, plain, readings)));
        } catch (Refusal told) {
            return new ScanMeaning.Refused(told);
        }
    }

    // Exactly

    private Optional<ScanMeaning> exactly(String text) {
        return catalogue
                .scanned(text)
                .<ScanMeaning>map(product -> new ScanMeaning.OfGoods(product, Quantity.ONE))
                .or(() -> member(text))
                .or(() -> cards.exactly(text).map(ScanMeaning.OfCard::new))
                .or(() -> receipt(text));
    }

    private Optional<ScanMeaning> member(String text) {
        if (text.length() > LONGEST_MEMBER || text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        var no = new MemberNo(text);
        return book.store().member(no).map(_ -> new ScanMeaning.OfMember(no));
    }

    private Optional<ScanMeaning> receipt(String text) {
        if (text.length() > LONGEST_RECEIPT || text.indexOf('-') <= 0) {
            return Optional.empty();
        }
        var receipt = new ReceiptNo(text);
        var known = book.store().sale(receipt).isPresent()
                || book.store().refund(receipt).isPresent()
                || book.store().slip(receipt).isPresent();
        return known ? Optional.of(new ScanMeaning.OfReceipt(receipt)) : Optional.empty();
    }

    // Goods

    private Optional<ScanMeaning> goods(Scan reading) {
        return switch (reading) {
            case Scan.Goods(var code) ->
                catalogue.scanned(code).map(product -> new ScanMeaning.OfGoods(product, Quantity.ONE));
            case Scan.Weighed weighed -> labels.goods(weighed);
            case Scan.Label label -> labels.goods(label);
            case Scan.Measured measured -> measured(measured);
            case Scan.Link _, Scan.PaymentCode _, Scan.Plain _ -> Optional.empty();
            case CardRead _, PaymentCard _, Unreadable _ -> Optional.empty();
        };
    }

    /// A case of goods (indicators 1 to 8) is not the single one; with 9 the number is of goods that are weighed.
    private Optional<ScanMeaning> measured(Scan.Measured goods) {
        return catalogue
                .scanned(goods.gtin())
                .or(() -> goods.gtin().charAt(0) == '9'
                        ? catalogue.scanned(Gtins.withoutIndicator(goods.gtin()))
                        : Optional.<Product>empty())
                .map(product -> labels.measured(product, goods));
    }

    // Cards

    private Optional<ScanMeaning> card(String plain, List<Scan> readings) {
        return Stream.concat(
                        Stream.of(plain),
                        readings.stream()
                                .flatMap(reading ->
                                        reading instanceof CardRead(var number) ? Stream.of(number) : Stream.empty()))
                .flatMap(number -> cards.find(number).stream())
                .findFirst()
                .map(ScanMeaning.OfCard::new);
    }

    // What is nothing of this shop's

    private Optional<ScanMeaning> payment(List<Scan> readings) {
        if (readings.stream().anyMatch(reading -> reading instanceof Scan.Label label && labels.isOurs(label))) {
            return Optional.empty();
        }
        return readings.stream()
                .flatMap(reading -> reading instanceof Scan.PaymentCode(var code)
                        ? Stream.<ScanMeaning>of(new ScanMeaning.OfPayment(code))
                        : Stream.empty())
                .findFirst();
    }

    private Refusal unknown(String scanned, String plain, List<Scan> readings) {
        if (Gtins.meant(plain).stream()
                .anyMatch(meant -> catalogue.scanned(meant).isPresent())) {
            return Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "misread", Codes.shown(scanned));
        }
        if (isBankCard(plain, readings)) {
            return Refusal.of(ErrorCode.PAN_REFUSED);
        }
        if (Codes.isMemberCard(plain)) {
            return Refusal.of(ErrorCode.UNKNOWN_CARD);
        }
        if (Codes.isDamagedMemberCard(plain)) {
            return Refusal.of(ErrorCode.CARD_UNREADABLE);
        }
        var shown = Codes.shown(scanned);
        if (Codes.swipe(scanned).filter(Unreadable.class::isInstance).isPresent()) {
            return Refusal.of(ErrorCode.CARD_UNREADABLE);
        }
        return switch (readings.getFirst()) {
            case CardRead _ -> Refusal.of(ErrorCode.UNKNOWN_CARD);
            case Scan.Goods(var code)
            when code.length() == 14 -> Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "case", shown);
            case Scan.Measured(var gtin, var _, var _)
            when gtin.charAt(0) != '0' && gtin.charAt(0) != '9' ->
                Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "case", shown);
            case Scan.Label label -> Refusal.of(ErrorCode.UNKNOWN_PRODUCT, label.code());
            case Scan.Goods _, Scan.Weighed _, Scan.Measured _, Scan.Link _, Scan.PaymentCode _ ->
                Refusal.of(ErrorCode.UNKNOWN_PRODUCT, shown);
            case Scan.Plain _, PaymentCard _, Unreadable _ ->
                plain.length() > SHORTEST_MISREAD && Gtins.isMisread(plain)
                        ? Refusal.worded(ErrorCode.UNKNOWN_PRODUCT, "misread", shown)
                        : Refusal.of(ErrorCode.UNKNOWN_PRODUCT, shown);
        };
    }

    /// From a track, or a number that no shop could mean.
    private static boolean isBankCard(String plain, List<Scan> readings) {
        var track = readings.contains(new PaymentCard()) && !plain.chars().allMatch(Character::isDigit);
        return track || (Codes.isPan(plain) && readings.stream().noneMatch(ScanMeanings::isGoods));
    }

    private static boolean isGoods(Scan reading) {
        return switch (reading) {
            case Scan.Goods _, Scan.Weighed _, Scan.Label _, Scan.Measured _ -> true;
            case Scan.Link _, Scan.PaymentCode _, Scan.Plain _ -> false;
            case CardRead _, PaymentCard _, Unreadable _ -> false;
        };
    }
}

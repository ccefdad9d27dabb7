package io.huitai.journal.fact;

import io.huitai.device.decode.FreeText;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Lot;
import io.huitai.shop.BillLine;
import io.huitai.shop.CardNumber;
import io.huitai.shop.Category;
import io.huitai.shop.Fapiao;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Service;
import io.huitai.shop.Sku;
import io.huitai.shop.StepDigest;
import io.huitai.shop.Tender;
import io.huitai.shop.TenderType;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.shop.person.IdentityDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each text of each fact is, in one table; a test walks all facts, so that none is forgotten. What people type
/// holds no payment card's number.
public final class FactTexts {
    private static final Set<TenderType> WALLETS = Set.of(TenderType.WECHAT, TenderType.ALIPAY);
    private static final Map<Text, Kind> KINDS = new HashMap<>();

    /// What a text is.
    public enum Kind {
        /// Who somebody is, or where they are to be found; typed.
        PERSON,
        /// Typed, and about nobody as far as the till asks.
        FREE,
        /// The number of a member's card.
        CARD,
        /// An id, a code, a digest, a word of ours: never typed as it stands.
        CODE
    }

    static {
        put(Kind.PERSON, Profile.class, "name", "phone", "email", "documentNo");
        put(Kind.PERSON, Profile.Origin.class, "company");
        put(Kind.PERSON, Fact.MemberIntroduced.class, "name");
        put(Kind.PERSON, Sale.Buyer.class, "name");
        put(Kind.PERSON, Fapiao.Buyer.class, "title", "taxNumber");
        put(Kind.PERSON, Service.class, "table", "room", "note");
        put(Kind.PERSON, Tender.class, "reference");
        put(Kind.PERSON, Fact.BillHeld.class, "label");
        put(Kind.PERSON, Fact.BillSplit.class, "label");
        put(Kind.FREE, Account.class, "name");
        put(Kind.FREE, Fact.AccountSettled.class, "company");
        put(Kind.FREE, BillLine.class, "name", "note", "flags");
        put(Kind.FREE, BillLine.Part.class, "name");
        put(Kind.FREE, BillLine.Manual.class, "reason");
        put(Kind.FREE, Category.class, "path");
        put(Kind.FREE, Fact.GoodsTakenBack.class, "goods", "reason");
        put(Kind.FREE, GivenGround.class, "waived");
        put(Kind.FREE, Fact.EventAttended.class, "event");
        for (var told : List.of(
                Fact.BillVoided.class,
                Fact.CardReplaced.class,
                Fact.CardsBlocked.class,
                Fact.CardsReturned.class,
                Fact.CashMoved.class,
                Fact.ChargeRemoved.class,
                Fact.DrawerOpened.class,
                Fact.GoodsExchanged.class,
                Fact.LineVoided.class,
                Fact.MemberForgotten.class,
                Fact.MembershipEnded.class,
                Fact.PointsReversed.class,
                Fact.PriceOverridden.class,
                Fact.ShiftClosed.class,
                Fact.TierDecided.class,
                Fact.TierSet.class,
                Refund.class)) {
            put(Kind.FREE, told, "reason");
        }
        put(Kind.CARD, CardNumber.class, "value");
        put(Kind.CODE, Profile.class, "documentType", "gender");
        put(Kind.CODE, Sale.Buyer.class, "kind");
        put(Kind.CODE, Terms.Buyer.class, "kind");
        put(Kind.CODE, Sale.ProgrammeRef.class, "version", "digest");
        put(Kind.CODE, Sale.Brought.class, "earnedLot");
        put(Kind.CODE, SoldLine.Because.class, "rule", "zh", "en");
        put(Kind.CODE, Adjusted.class, "removed");
        put(Kind.CODE, Label.class, "zh", "en");
        put(Kind.CODE, BillLine.Manual.class, "rule");
        put(Kind.CODE, BillLine.Charge.class, "id");
        put(Kind.CODE, Fact.ChargeRemoved.class, "charge");
        put(Kind.CODE, Fact.CountDiffered.class, "counted");
        put(Kind.CODE, Fact.ShiftClosed.class, "expected", "counted", "over");
        put(Kind.CODE, Fact.EntrySetAside.class, "source", "subject", "why");
        put(Kind.CODE, Fact.MemberEnrolled.class, "cardKind");
        put(Kind.CODE, Fact.Recharged.class, "cardKind");
        put(Kind.CODE, Fact.PinRefused.class, "approving");
        put(Kind.CODE, Fact.PinAccepted.class, "approving");
        put(Kind.CODE, Fact.RosterImported.class, "digest");
        put(Kind.CODE, Fact.TillOpened.class, "zone");
        put(Kind.CODE, Asset.class, "code");
        put(Kind.CODE, Lot.class, "id", "store", "holder");
        put(Kind.CODE, Once.class, "text");
        put(Kind.CODE, StepDigest.class, "hex");
        for (var id : List.of(
                MemberNo.class,
                OperatorId.class,
                ReceiptNo.class,
                Sku.class,
                GiftId.class,
                ProgrammeId.class,
                TierId.class,
                VoucherTypeId.class)) {
            put(Kind.CODE, id, "value");
        }
    }

    private record Text(Class<?> of, String component) {}

    private FactTexts() {}

    private static void put(Kind kind, Class<?> of, String... components) {
        Arrays.stream(components).forEach(each -> KINDS.put(new Text(of, each), kind));
    }

    /// What a text is; empty where nobody has said.
    public static Optional<Kind> of(Class<?> of, String component) {
        return Optional.ofNullable(KINDS.get(new Text(of, component)));
    }

    /// A payment card's number in what was typed, also spread over several texts; nothing of it is repeated. What a
    /// sale
    /// completes came one by one, and was looked at then: of that each text counts alone.
    static Optional<Limits.Excess> pan(Fact fact) {
        var typed = new ArrayList<Typed>();
        collect((Record) fact, typed);
        var alone = typed.stream().filter(each -> FreeText.holdsPan(each.text)).findFirst();
        return alone.or(() -> fact instanceof Fact.EndsBill ? Optional.empty() : spread(typed))
                .map(each -> new Limits.Excess(each.field, Limits.Excess.Kind.PAN, 0));
    }

    private static Optional<Typed> spread(List<Typed> typed) {
        return typed.size() > 1
                        && FreeText.isSpreadOver(typed.stream().map(Typed::text).toList())
                ? Optional.of(typed.getFirst())
                : Optional.empty();
    }

    private record Typed(String field, String text) {}

    private static void collect(Record record, List<Typed> into) {
        for (var part : Limits.Part.of(record.getClass())) {
            collect(record, part.name(), part.of(record), into);
        }
    }

    private static void collect(Record of, String name, Object value, List<Typed> into) {
        switch (value) {
            case String text -> {
                if (isTyped(of, name, text)) {
                    into.add(new Typed(name, text));
                }
            }
            case Optional<?> some -> some.ifPresent(each -> collect(of, name, each, into));
            case Collection<?> many -> many.forEach(each -> collect(of, name, each, into));
            case Map<?, ?> map -> map.values().forEach(each -> collect(of, name, each, into));
            case Record inner -> collect(inner, into);
            default -> {} // numbers, days, words of ours
        }
    }

    /// Numbers that have a place of their own are read there, and look like cards' by chance.
    private static boolean isTyped(Record of, String name, String text) {
        var kind = of(of.getClass(), name);
        if (text.isEmpty()
                || kind.filter(Set.of(Kind.PERSON, Kind.FREE)::contains).isEmpty()) {
            return false;
        }
        return switch (of) {
            case Profile person
            when name.equals("documentNo") ->
                !FreeText.isDocument(text, person.documentType().equals(IdentityDocument.ID));
            case Profile _ when name.equals("phone") -> false;
            case Fapiao.Buyer _ when name.equals("taxNumber") -> !FreeText.isTaxNumbersLength(text);
            case Tender tender -> !(WALLETS.contains(tender.type()) && FreeText.isWalletsNumber(text));
            default -> true;
        };
    }
}

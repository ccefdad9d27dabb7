package io.huitai.programme.pricing;

import io.huitai.programme.pricing.Quote.Refusal;
import io.huitai.programme.pricing.Quote.Subject;
import io.huitai.programme.pricing.Quote.VouchersUsed;
import io.huitai.programme.scheme.Programme;
import io.huitai.programme.scheme.VoucherType;
import io.huitai.programme.scheme.VoucherType.Limit;
import io.huitai.programme.scheme.VoucherType.Worth;
import io.huitai.programme.words.RefusalCode;
import io.huitai.programme.words.Use.Asked;
import io.huitai.programme.words.Use.VouchersAsked;
import io.huitai.shop.Category;
import io.huitai.shop.id.VoucherTypeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Step 3: vouchers, in the order asked for.
final class VoucherUse {
    private final Programme programme;
    private final Situation situation;
    private final List<PricedLine> lines;
    private final List<Refusal> refused;
    private final Map<VoucherTypeId, Long> used = new LinkedHashMap<>();

    VoucherUse(Programme programme, Situation situation, List<PricedLine> lines, List<Refusal> refused) {
        this.programme = programme;
        this.situation = situation;
        this.lines = lines;
        this.refused = refused;
    }

    List<VouchersUsed> used() {
        var rows = new ArrayList<VouchersUsed>(used.size());
        used.forEach((type, count) -> rows.add(new VouchersUsed(type, count)));
        return rows;
    }

    void use(VouchersAsked asked) {
        var type = programme.known(asked.type());
        var wanted = switch (asked.count()) {
            case Asked.Max() -> Long.MAX_VALUE;
            case Asked.Count(var number) -> number;
        };
        if (wanted == 0) {
            return;
        }
        var code = unusable(type);
        if (code.isPresent()) {
            refuse(type, asked.count(), code.get());
            return;
        }
        var most = Math.min(wanted, held(type.id(), true) - usedOf(type.id()));
        switch (most == 0 ? new Outcome.Took(0) : apply(type, most)) {
            case Outcome.No(var why) -> refuse(type, asked.count(), why);
            case Outcome.Took(var count) -> {
                if (count > 0) {
                    used.merge(type.id(), count, Long::sum);
                }
                if (count < wanted && asked.count() instanceof Asked.Count) {
                    refuse(type, new Asked.Count(wanted - count), RefusalCode.VOUCHER_LIMIT);
                }
            }
        }
    }

    /// What came of trying to use some; none taken means that earlier vouchers left nothing for them.
    sealed interface Outcome {
        record Took(long count) implements Outcome {}

        record No(RefusalCode why) implements Outcome {}
    }

    private Optional<RefusalCode> unusable(VoucherType type) {
        if (situation.member().isEmpty()) {
            return Optional.of(RefusalCode.NO_MEMBER);
        }
        if (held(type.id(), false) == 0) {
            return Optional.of(RefusalCode.VOUCHER_NONE);
        }
        if (held(type.id(), true) == 0) {
            return Optional.of(RefusalCode.VOUCHER_EXPIRED);
        }
        return situation.holds(type.when()) ? Optional.empty() : Optional.of(RefusalCode.VOUCHER_NOT_HERE);
    }

    private long held(VoucherTypeId type, boolean goodToday) {
        var count = 0L;
        for (var held : situation.member().orElseThrow().vouchers()) {
            if (held.type().equals(type) && (!goodToday || held.goodOn(situation.today()))) {
                count = Math.addExact(count, held.count());
            }
        }
        return count;
    }

    private long usedOf(VoucherTypeId type) {
        return used.getOrDefault(type, 0L);
    }

    private Outcome apply(VoucherType type, long most) {
        var eligible = new ArrayList<PricedLine>(lines.size());
        var goods = 0L;
        for (var line : lines) {
            if (type.goods().include(line.line)) {
                eligible.add(line);
                goods += line.afterDiscounts();
            }
        }
        if (!applies(type.worth(), eligible, goods)) {
            return new Outcome.No(RefusalCode.VOUCHER_NO_ITEM);
        }
        if (type.minimum().isPresent() && goods < type.minimum().get().fen()) {
            return new Outcome.No(RefusalCode.VOUCHER_MINIMUM);
        }
        return switch (type.worth()) {
            case Worth.Amount amount -> amountOff(new AmountOff(type, amount, eligible), goods, most);
            case Worth.FreeItem() -> FreeUnits.give(type, eligible, most);
            case Worth.BuyOneGetOne() -> FreeUnits.pair(type, eligible, most);
            case Worth.Percent(var rate) -> PercentOff.take(type, rate, eligible);
            case Worth.Entitlement() -> new Outcome.No(RefusalCode.VOUCHER_NO_ITEM);
        };
    }

    /// How many of a fixed amount the bill takes.
    private Outcome amountOff(AmountOff off, long goods, long most) {
        var used = usedOf(off.type().id());
        return switch (off.amount().limit()) {
            case Limit.AnyNumber() -> off.split(most);
            case Limit.OnePerBill() -> off.split(Math.min(most, 1 - used));
            case Limit.OnePerLine() -> off.perLine(most);
            case Limit.OnePerFull(var full) ->
                goods < full.fen()
                        ? new Outcome.No(RefusalCode.VOUCHER_MINIMUM)
                        : off.split(Math.min(most, goods / full.fen() - used));
            case Limit.OnePerUnitOf(var category) -> {
                var thousandths = thousandthsOf(category);
                yield thousandths == 0
                        ? new Outcome.No(RefusalCode.VOUCHER_NO_ITEM)
                        : off.split(Math.min(most, thousandths / 1_000 - used));
            }
        };
    }

    /// A part of one counts towards the sum: 1.5 and 1.5 are three.
    private long thousandthsOf(Category category) {
        var sum = 0L;
        for (var line : lines) {
            if (line.line.category().within(category)) {
                sum = Math.addExact(sum, line.line.quantity().thousandths());
            }
        }
        return sum;
    }

    /// Whether the bill has anything at all for it, whatever earlier vouchers used.
    private static boolean applies(Worth worth, List<PricedLine> eligible, long goods) {
        return switch (worth) {
            case Worth.Amount amount -> amount.offList() ? listOf(eligible) > 0 : goods > 0;
            case Worth.Percent _ -> goods > 0;
            case Worth.FreeItem() -> FreeUnits.atFirst(eligible) >= 1;
            case Worth.BuyOneGetOne() -> FreeUnits.atFirst(eligible) >= 2;
            case Worth.Entitlement() -> false;
        };
    }

    private static long listOf(List<PricedLine> lines) {
        var sum = 0L;
        for (var line : lines) {
            sum += line.gross;
        }
        return sum;
    }

    private void refuse(VoucherType type, Asked count, RefusalCode code) {
        refused.add(new Refusal(new Subject.Voucher(type), count, code));
    }
}

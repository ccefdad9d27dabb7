package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.money.Rate;
import io.huitai.shop.Category;
import io.huitai.shop.Label;
import io.huitai.shop.id.RuleId;
import io.huitai.shop.id.VoucherTypeId;
import java.util.Optional;

/// One type of voucher that a programme knows.
///
/// @param when where and for what it can be used; which day a grant fits is settled when it is granted
/// @param goods the lines it applies to
/// @param minimum what the lines it applies to must come to after discounts, where it asks for that
/// @param transferable whether the member may give it away
public record VoucherType(
        VoucherTypeId id,
        Label name,
        Condition when,
        Goods goods,
        Worth worth,
        Optional<Money> minimum,
        boolean transferable) {

    /// The rule that stands at what it takes off.
    public RuleId rule() {
        return new RuleId(id.value());
    }

    /// What a voucher is good for.
    public sealed interface Worth {
        /// A fixed amount off; gives no change.
        ///
        /// @param offList off the list price: item price and discount leave its lines
        record Amount(Money each, Limit limit, boolean offList) implements Worth {
            public Amount {
                if (!each.isPositive()) {
                    throw new IllegalArgumentException("A voucher's amount is above zero: " + each);
                }
            }
        }

        /// The dearest eligible unit is free.
        record FreeItem() implements Worth {}

        /// Of two eligible units the cheaper is free.
        record BuyOneGetOne() implements Worth {}

        /// The guest pays this share of the whole bill, in place of its discounts.
        record Percent(Rate rate) implements Worth {
            public Percent {
                if (rate.compareTo(Rate.ONE) > 0) {
                    throw new IllegalArgumentException("A voucher's rate is at most 1: " + rate);
                }
            }
        }

        /// A service or a lecture: not for a bill.
        record Entitlement() implements Worth {}
    }

    /// How many vouchers of a fixed amount one bill takes.
    public sealed interface Limit {
        /// As long as something is left to pay.
        record AnyNumber() implements Limit {}

        record OnePerBill() implements Limit {}

        /// One for each full amount of what its lines come to after discounts.
        record OnePerFull(Money amount) implements Limit {
            public OnePerFull {
                if (!amount.isPositive()) {
                    throw new IllegalArgumentException("One per full amount needs an amount above zero");
                }
            }
        }

        /// Each goes to a line of its own.
        record OnePerLine() implements Limit {}

        /// One for each whole unit that the quantities of this category come to, as one per adult at a buffet.
        record OnePerUnitOf(Category category) implements Limit {}
    }
}

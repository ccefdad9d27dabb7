package io.huitai.till.settings;

import io.huitai.money.Money;
import io.huitai.shop.Role;
import io.huitai.shop.Writing;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.Optional;

/// What people do with bill and drawer by themselves, `house.alone` in `settings.yaml`: which acts want a reason,
/// and up to which amount a role does them without another's approval.
///
/// @param voidLine of a line, or of a part of one: what has been taken off a bill so far counts with it
/// @param voidBill of a whole bill, with what was taken off it before
/// @param overShort at the close of a shift: all differences together, whichever way; cash that nobody counted is
///     missing. A reason is asked beyond the cashier's amount only
/// @param cashIn what is put into the drawer by hand in one shift
/// @param cashOut always with approval
/// @param noSale always with approval
public record Alone(Act voidLine, Act voidBill, Act overShort, Act cashIn, Approved cashOut, Approved noSale) {
    /// What holds where the settings say nothing.
    public static final Alone USUAL = new Alone(
            act("100.00", "1000.00"),
            act("200.00", "2000.00"),
            act("20.00", "200.00"),
            act("500.00", "5000.00"),
            new Approved(true),
            new Approved(true));

    /// Asks for nothing.
    public static final Alone ANYTHING =
            new Alone(Act.FREE, Act.FREE, Act.FREE, Act.FREE, new Approved(false), new Approved(false));

    private static Act act(String cashier, String supervisor) {
        return new Act(true, Money.parse(cashier), Money.parse(supervisor));
    }

    /// @param reason whether it wants one
    /// @param cashier the most that a cashier does alone
    /// @param supervisor the same; a manager has no limit
    public record Act(boolean reason, Money cashier, Money supervisor) {
        private static final Act FREE = new Act(false, Money.LARGEST, Money.LARGEST);

        public Act {
            if (cashier.isNegative() || supervisor.compareTo(cashier) < 0) {
                throw new IllegalArgumentException(
                        "house.alone: no amount below zero, and the supervisor's not below the cashier's");
            }
        }

        /// The lowest role that does it alone.
        public Role needed(Money amount) {
            return Role.lowest(role -> amount.compareTo(most(role)) <= 0);
        }

        private Money most(Role role) {
            return switch (role) {
                case CASHIER -> cashier;
                case SUPERVISOR -> supervisor;
                case MANAGER -> Money.LARGEST;
                case IT -> Money.ZERO;
            };
        }

        /// Refused: `BAD_REQUEST` where a reason is wanted and none is given.
        public Optional<String> because(Optional<String> given) {
            return said(reason, given);
        }
    }

    /// @param reason whether it wants one
    public record Approved(boolean reason) {
        /// Refused: `BAD_REQUEST` where a reason is wanted and none is given.
        public String because(String given) {
            return said(reason, Optional.of(given)).orElse("");
        }
    }

    /// A reason of blanks and invisible characters is none.
    private static Optional<String> said(boolean wanted, Optional<String> given) {
        var said = given.filter(words -> !Writing.tidy(words).isEmpty());
        if (wanted && said.isEmpty()) {
            throw Refusal.of(ErrorCode.BAD_REQUEST, "reason");
        }
        return said;
    }
}

package io.huitai.programme.scheme;

import io.huitai.money.Money;
import io.huitai.shop.Label;
import io.huitai.shop.id.GiftId;
import io.huitai.shop.id.TierId;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How one becomes, stays and stops being a member, and what comes with it: one component for each block of the file.
///
/// @param rooms when a hotel's rooms are due out; empty where the programme says nothing of rooms
/// @param accounts whether companies hold members and pay by account
/// @param notices shown at every swipe of every member
public record Membership(
        Enrolment enrolment,
        Ladder ladder,
        List<Grant> grants,
        List<Gift> gifts,
        List<Kind> kinds,
        Cards cards,
        Returns returns,
        Optional<StoredValue> storedValue,
        Club club,
        Staff staff,
        Optional<Rooms> rooms,
        boolean accounts,
        List<Label> notices) {
    public Membership {
        grants = List.copyOf(grants);
        gifts = List.copyOf(gifts);
        kinds = List.copyOf(kinds);
        notices = List.copyOf(notices);
    }

    /// The gift of an id, if the catalogue has it.
    public Optional<Gift> gift(GiftId id) {
        return giftNamed(id.value());
    }

    /// The same of what somebody wrote.
    public Optional<Gift> giftNamed(String id) {
        return gifts.stream().filter(gift -> gift.id().value().equals(id)).findFirst();
    }

    /// How a guest becomes a member.
    ///
    /// @param asks what must be given besides name and phone
    /// @param minimumAge in years; empty asks for none
    /// @param grounds any one of these lets a guest join; empty is free for all
    /// @param onePerDocument whether a document can be enrolled only once
    /// @param roster which tier a level on a company's roster gives; empty where there are no rosters
    /// @param leaving what is said, and confirmed, before a member leaves
    public record Enrolment(
            Set<Detail> asks,
            OptionalInt minimumAge,
            List<Ground> grounds,
            boolean onePerDocument,
            Map<RosterLevel, TierId> roster,
            Optional<Label> leaving) {
        public Enrolment {
            asks = Set.copyOf(asks);
            grounds = List.copyOf(grounds);
            roster = Map.copyOf(roster);
        }
    }

    /// A person's rank on a company's roster.
    public enum RosterLevel {
        STAFF("staff", "员工 普通员工 职员"),
        FIRST_LINE("first-line", "基层管理 基层管理者 基层管理人员 基层经理 一线管理 一线经理"),
        MANAGER("manager", "经理 中层管理 中层管理者 部门经理"),
        SENIOR("senior", "高级管理 高级管理者 高级管理人员 高级经理 高层管理 高管"),
        PRESIDENT("president", "总裁 总经理"),
        CHAIRMAN("chairman", "董事长 主席");

        private final String code;
        /// Its Chinese names, a space between them.
        private final String zh;

        RosterLevel(String code, String zh) {
            this.code = code;
            this.zh = zh;
        }

        public String code() {
            return code;
        }

        /// The level of a code or of one of its Chinese names.
        public static Optional<RosterLevel> of(String text) {
            return Arrays.stream(values())
                    .filter(level -> level.code.equals(text)
                            || List.of(level.zh.split(" ")).contains(text))
                    .findFirst();
        }
    }

    /// What a guest can be asked for at enrolment.
    public enum Detail {
        NAME,
        PHONE,
        EMAIL,
        DOCUMENT,
        BIRTHDAY,
        GENDER,
        /// Whether messages may be sent: asked and kept.
        CONSENT
    }

    /// What entitles to join.
    public sealed interface Ground {
        /// Receipts of one day that come to so much.
        ///
        /// @param document whether an identity document is shown with them
        record SpentInOneDay(Money amount, boolean document) implements Ground {}

        /// One receipt of so much.
        record OneBill(Money amount, boolean document) implements Ground {}

        record Fee(Money amount) implements Ground {}

        record Recharge(Money amount) implements Ground {}
    }

    /// A kind of card beside the usual one.
    ///
    /// @param id what a member's `kind` says
    /// @param tiers those that it can carry; empty is all
    /// @param fee what the card costs; empty is nothing
    /// @param preloaded stored value that the card is sold with
    /// @param recharge the smallest recharge that it is issued for
    public record Kind(
            String id,
            Label name,
            List<TierId> tiers,
            Optional<Money> fee,
            Optional<Money> preloaded,
            Optional<Money> recharge) {
        public Kind {
            tiers = List.copyOf(tiers);
        }
    }

    /// The card and its life.
    ///
    /// @param shownBeforePayment whether there are no points for a card shown later
    /// @param personal whether name and photo are shown at every swipe
    /// @param codeOnly whether only the QR card counts as shown
    /// @param anonymous whether a card may be issued without a name
    /// @param closedAfterDays without a purchase, after which the membership ends
    public record Cards(
            Replacement replacement,
            boolean shownBeforePayment,
            boolean personal,
            boolean codeOnly,
            boolean anonymous,
            OptionalInt closedAfterDays) {}

    /// How a lost or damaged card is replaced.
    ///
    /// @param lostFee for a new card in place of a lost one; empty is free
    /// @param document whether the document is shown for a new card
    /// @param lostReported whether a card can be reported lost at all
    /// @param anonymousToo whether an anonymous card is replaced
    public record Replacement(
            Optional<Money> lostFee,
            Optional<Money> damagedFee,
            boolean document,
            boolean lostReported,
            boolean anonymousToo) {}

    /// What may come back, and how points follow it.
    ///
    /// @param shortfall what happens where the points to take back are gone
    /// @param sameDayUntil the time on the day of sale after which nothing comes back; empty is any day
    /// @param never flags of goods that never come back
    /// @param giftsBack whether gifts drawn on the points come back or are paid
    public record Returns(Shortfall shortfall, Optional<LocalTime> sameDayUntil, Set<String> never, boolean giftsBack) {
        public Returns {
            never = Set.copyOf(never);
        }
    }

    public enum Shortfall {
        /// No refund, exchange only.
        REFUSE,
        /// The shortfall's redemption value is taken off the money.
        DEDUCT,
        /// The balance goes below zero.
        OWE
    }

    /// A gift that points buy.
    ///
    /// @param stock how many there are at first
    public record Gift(GiftId id, Label name, long points, long stock) {
        public Gift {
            if (points <= 0 || stock < 0) {
                throw new IllegalArgumentException("A gift costs points above zero and its stock is not negative");
            }
        }
    }

    /// When rooms are due out, and what a later hour costs: half a night until an hour, then a full one.
    ///
    /// @param walkIn for guests without a card
    public record Rooms(LocalTime walkIn, Map<TierId, LocalTime> members, LocalTime halfNightUntil) {
        public Rooms {
            members = Map.copyOf(members);
        }
    }
}

package io.huitai.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.Length;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The rows of the till's schema (`db/till`), as Hibernate maps them. They stay in this room.
@NullUnmarked
final class StoreRows {
    static final List<Class<?>> ALL = List.of(
            ProgressRow.class,
            StateRow.class,
            CataloguePartRow.class,
            OperatorRow.class,
            MemberRow.class,
            CardRow.class,
            MemberEntryRow.class,
            SaleRow.class,
            RefundRow.class,
            ShiftRow.class,
            FapiaoRow.class,
            BillFactRow.class,
            AccountRow.class,
            CompanyRow.class,
            SlipRow.class,
            SetAsideRow.class);

    private StoreRows() {}

    @Entity(name = "Progress")
    @Table(name = "progress")
    static class ProgressRow {
        @Id
        String source;

        long number;
        long certain;
        String hash = "";
        String sums = "";
        String seal = "";
    }

    @Entity(name = "State")
    @Table(name = "till_state")
    static class StateRow {
        @Id
        int id;

        @Column(length = Length.LONG32)
        String body;
    }

    record PartKey(long edition, int part) implements Serializable {}

    @Entity(name = "CataloguePart")
    @Table(name = "catalogue_part")
    @IdClass(PartKey.class)
    static class CataloguePartRow {
        @Id
        long edition;

        @Id
        int part;

        boolean whole;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Operator")
    @Table(name = "operator")
    static class OperatorRow {
        @Id
        String id;

        String name;
        String role;

        @Column(name = "pin_hash")
        String pinHash;

        @Column(name = "card_hash")
        @Nullable
        String cardHash;
    }

    @Entity(name = "Member")
    @Table(name = "member")
    static class MemberRow {
        @Id
        String no;

        String name;
        String phone;
        String document;

        @Column(length = Length.LONG32)
        String body;

        @Column(name = "month_days", length = Length.LONG32)
        String monthDays;

        @Column(name = "year_days", length = Length.LONG32, insertable = false, updatable = false)
        String yearDays;

        @Column(name = "four_year_days", length = Length.LONG32, insertable = false, updatable = false)
        String fourYearDays;

        @Column(name = "past_days", length = Length.LONG32, insertable = false, updatable = false)
        String pastDays;
    }

    @Entity(name = "Card")
    @Table(name = "card")
    static class CardRow {
        @Id
        String number;

        String member;
        boolean blocked;
    }

    record MemberEntryKey(String member, long entry) implements Serializable {}

    @Entity(name = "MemberEntry")
    @Table(name = "member_entry")
    @IdClass(MemberEntryKey.class)
    static class MemberEntryRow {
        @Id
        String member;

        @Id
        long entry;
    }

    @Entity(name = "Sale")
    @Table(name = "sale")
    static class SaleRow {
        @Id
        String receipt;

        long entry;
        OffsetDateTime at;

        @Nullable
        String member;

        @Column(name = "payable_fen")
        long payable;

        int printed;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Refund")
    @Table(name = "refund")
    static class RefundRow {
        @Id
        String receipt;

        long entry;
        OffsetDateTime at;
        String sale;
        int printed;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Fapiao")
    @Table(name = "fapiao")
    static class FapiaoRow {
        @Id
        String receipt;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Shift")
    @Table(name = "shift")
    static class ShiftRow {
        @Id
        int no;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "BillFact")
    @Table(name = "bill_fact")
    static class BillFactRow {
        @Id
        long entry;

        long bill;
        OffsetDateTime at;
        String kind;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Account")
    @Table(name = "account")
    static class AccountRow {
        @Id
        String name;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "Company")
    @Table(name = "company")
    static class CompanyRow {
        @Id
        String name;

        @Column(name = "limit_fen")
        long limit;

        @Column(name = "billing_day")
        int billingDay;
    }

    @Entity(name = "Slip")
    @Table(name = "slip")
    static class SlipRow {
        @Id
        String receipt;

        long entry;
        OffsetDateTime at;

        @Nullable
        String member;

        String kind;
        int printed;

        @Column(length = Length.LONG32)
        String body;
    }

    @Entity(name = "SetAside")
    @Table(name = "set_aside")
    @IdClass(SetAsideKey.class)
    static class SetAsideRow {
        @Id
        String source;

        @Id
        long number;

        String kind;
        String why;
        boolean told;
    }

    record SetAsideKey(String source, long number) implements Serializable {}
}

package io.huitai.headoffice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// The rows of head office's schema (`db/headoffice`), as Hibernate maps them. They stay in this room.
@NullUnmarked
final class Rows {
    static final List<Class<?>> ALL = List.of(
            TillRow.class,
            EntryRow.class,
            MemberRow.class,
            MemberKeyRow.class,
            LaneRow.class,
            CataloguePartRow.class,
            CodeKeyRow.class,
            FindingRow.class);

    private Rows() {}

    record TillKey(String store, String till) implements Serializable {}

    @Entity(name = "Till")
    @Table(name = "till")
    @IdClass(TillKey.class)
    static class TillRow {
        @Id
        String store;

        @Id
        String till;

        int epoch;

        @Column(name = "public_key")
        @JdbcTypeCode(SqlTypes.VARBINARY)
        byte[] publicKey;

        String programme;

        @Column(name = "first_tier")
        String firstTier;

        @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
        Instant registered;

        @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
        Instant contact;

        /// The last entry that is stored, and its hash.
        long held;

        String head;
        /// The last entry that the members show.
        long folded;

        /// Of its last request.
        long counter;

        /// Members' keys that no entry has followed yet.
        @Column(name = "keys_ahead")
        int keysAhead;
    }

    record EntryKey(String store, String till, long number, int epoch) implements Serializable {}

    @Entity(name = "Entry")
    @Table(name = "entry")
    @IdClass(EntryKey.class)
    static class EntryRow {
        @Id
        String store;

        @Id
        String till;

        @Id
        long number;

        @Id
        int epoch;

        String kind;
        OffsetDateTime at;
        String hash;

        @JdbcTypeCode(SqlTypes.VARBINARY)
        byte[] line;
    }

    @Entity(name = "Member")
    @Table(name = "member")
    static class MemberRow {
        @Id
        String no;

        int lane;
        long change;

        @Column(length = 1_000_000)
        String body;
    }

    record MemberKeyKey(String member, String store, String till) implements Serializable {}

    /// By the till that enrolled the member: no till's entries are read with what another has handed over.
    @Entity(name = "MemberKey")
    @Table(name = "member_key")
    @IdClass(MemberKeyKey.class)
    static class MemberKeyRow {
        @Id
        String member;

        @Id
        String store;

        @Id
        String till;

        @Column(name = "secret")
        String key;
    }

    @Entity(name = "CataloguePart")
    @Table(name = "catalogue_part")
    static class CataloguePartRow {
        @Id
        int part;

        long edition;
        String body;
    }

    @Entity(name = "Lane")
    @Table(name = "lane")
    static class LaneRow {
        @Id
        int lane;

        long last;
    }

    @Entity(name = "CodeKey")
    @Table(name = "code_key")
    static class CodeKeyRow {
        @Id
        int id;

        @Column(length = 1_000)
        String pem;
    }

    record FindingKey(String store, String till, String kind, long number) implements Serializable {}

    @Entity(name = "Finding")
    @Table(name = "finding")
    @IdClass(FindingKey.class)
    static class FindingRow {
        @Id
        String store;

        @Id
        String till;

        @Id
        String kind;

        @Id
        long number;

        String detail;

        @Column(name = "first_seen")
        @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
        Instant firstSeen;

        @Column(name = "last_seen")
        @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
        Instant lastSeen;

        int times;
    }
}

package io.huitai.till.report;

import io.huitai.journal.JournalFile;
import io.huitai.journal.MemberKeys;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.feed.FeedFile;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.money.Money;
import io.huitai.shop.id.TierId;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.till.member.Masks;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.TillSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// Which members are meant; what is not given lets everybody through. The list shows masks only: a whole phone number
/// leaves a store through an entry or not at all, and who reads beside a till writes none.
///
/// @param gender `f` or `m`, or empty
/// @param ageFrom in years, with `ageTo`: both are ages of it; who has told no birthday has none
/// @param district how the code of the district begins (GB/T 2260), as "310101" or "31"; empty is any
/// @param lastVisitBefore the last visit was before this day, or there never was one
/// @param tiers any of these; empty is every tier
public record Segment(
        String gender,
        OptionalInt ageFrom,
        OptionalInt ageTo,
        String district,
        Money minSpend,
        long minVisits,
        Optional<LocalDate> lastVisitBefore,
        Set<TierId> tiers) {
    public static final Segment EVERYBODY =
            new Segment("", OptionalInt.empty(), OptionalInt.empty(), "", Money.ZERO, 0, Optional.empty(), Set.of());

    private static final int DISTRICT_DIGITS = 6;

    public Segment {
        tiers = Set.copyOf(tiers);
    }

    /// The active members of a store directory that are meant, read from feeds and journal: no lock, no change.
    ///
    /// @param today for ages
    /// @throws Refusal `BAD_FILE` when there is no store
    public Report read(Path store, LocalDate today) {
        if (!TillSettings.exist(store)) {
            throw Refusal.of(ErrorCode.BAD_FILE, store.resolve(TillSettings.FILE));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var member : members(store, new SystemDisk())) {
            if (member.isActive() && holds(member, today)) {
                rows.add(row(member, today));
            }
        }
        var table = Table.of(
                        "members",
                        "member",
                        "name",
                        "phone",
                        "tier",
                        "gender",
                        "age",
                        "district",
                        "spend",
                        "visits",
                        "last-visit",
                        "joined",
                        "contact")
                .with(rows);
        return new Report("members", Period.ALL, TillSettings.read(store).name(), List.of(table));
    }

    /// Whether a member is meant.
    boolean holds(MemberRecord member, LocalDate today) {
        var age = age(member, today);
        return (gender.isEmpty() || gender.equals(member.profile().gender()))
                && (ageFrom.isEmpty() || (age.isPresent() && age.getAsInt() >= ageFrom.getAsInt()))
                && (ageTo.isEmpty() || (age.isPresent() && age.getAsInt() <= ageTo.getAsInt()))
                && district(member).startsWith(district)
                && member.spend() >= minSpend.fen()
                && member.visits() >= minVisits
                && lastVisitBefore
                        .filter(day -> member.lastVisit(today)
                                .filter(last -> !last.isBefore(day))
                                .isPresent())
                        .isEmpty()
                && (tiers.isEmpty() || tiers.contains(member.tier()));
    }

    private static OptionalInt age(MemberRecord member, LocalDate today) {
        return member.profile()
                .birthday()
                .map(day -> OptionalInt.of(java.time.Period.between(day, today).getYears()))
                .orElse(OptionalInt.empty());
    }

    /// The first six digits of an identity card; other documents tell of no district.
    private static String district(MemberRecord member) {
        var profile = member.profile();
        var paper = new IdentityDocument(profile.documentType(), profile.documentNo());
        return paper.type().equals(IdentityDocument.ID) && paper.no().length() >= DISTRICT_DIGITS
                ? paper.no().substring(0, DISTRICT_DIGITS)
                : "";
    }

    private static List<Cell> row(MemberRecord member, LocalDate today) {
        var profile = member.profile();
        var age = age(member, today);
        return List.of(
                Cell.of(member.no().value()),
                Cell.of(profile.maskedName()),
                Cell.of(Masks.phone(profile.phone())),
                Cell.of(member.tier().value()),
                profile.gender().isEmpty() ? Cell.of("") : Cell.word("gender." + profile.gender()),
                age.isPresent() ? Cell.of(age.getAsInt()) : Cell.of(""),
                Cell.of(district(member)),
                Cell.of(Money.ofFen(member.spend())),
                Cell.of(member.visits()),
                member.lastVisit(today).map(Cell::of).orElse(Cell.of("")),
                Cell.of(profile.joined()),
                Cell.word(profile.consent() ? "yes" : "no"));
    }

    /// All members, by number: the feeds' values, each followed by the journal's entries that it does not hold yet.
    private static List<MemberRecord> members(Path store, Disk disk) {
        var members = new TreeMap<String, MemberRecord>();
        var keychain = Keychain.open(store, disk);
        FeedFile.readAll(keychain, disk, item -> {
            if (item instanceof FeedItem.MemberSent(var sent)) {
                members.merge(sent.no().value(), sent, (a, b) -> b.held() < a.held() ? a : b);
            }
        });
        var keys = MemberKeys.of(keychain, disk);
        JournalFile.read(store, disk, entry -> {
            var recorded = Recorded.of(entry, keys::of);
            for (var no : recorded.fact().members()) {
                var before = Optional.ofNullable(members.get(no.value()));
                recorded.after(before).ifPresent(after -> members.put(no.value(), after));
            }
            return true;
        });
        return List.copyOf(members.values());
    }
}

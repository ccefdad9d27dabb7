package io.huitai.till.past;

import io.huitai.journal.JournalFile;
import io.huitai.journal.MemberKeys;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.fact.Sale;
import io.huitai.journal.feed.FeedFile;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.Keychain;
import io.huitai.programme.file.CalendarFile;
import io.huitai.programme.file.ProgrammeFolder;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Outlet;
import io.huitai.shop.OutletKind;
import io.huitai.shop.WorkingDays;
import io.huitai.till.book.Scheme;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.TillSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The sales of a store directory, read from journal and feeds beside a till that may be running: no lock, no change.
/// One sale is in memory at a time, and one date for each member whose birthday is known.
public final class PastSales {
    private static final Set<String> TOLD = Set.of("TillOpened", "MemberEnrolled", "SaleCompleted");

    private final Path directory;
    private final WorkingDays calendar;
    private final Disk disk;
    private final Map<MemberNo, LocalDate> birthdays = new HashMap<>();
    private final Map<Sale.ProgrammeRef, Programme> programmes = new HashMap<>();
    private OutletKind kind = OutletKind.RESTAURANT;
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    private PastSales(Path directory, Disk disk) {
        this.directory = directory;
        this.calendar = CalendarFile.of(directory);
        this.disk = disk;
    }

    /// Hands out the sales in the order they were made, as long as the reader wants more.
    ///
    /// @throws Refusal `BAD_FILE` when there is no store, or the version that priced a sale is not there
    /// @throws io.huitai.journal.log.JournalBroken at the first bad entry
    public static void read(Path storeDirectory, Disk disk, Predicate<PastSale> wantsMore) {
        if (!TillSettings.exist(storeDirectory)) {
            throw Refusal.of(ErrorCode.BAD_FILE, storeDirectory.resolve(TillSettings.FILE));
        }
        new PastSales(storeDirectory, disk).read(wantsMore);
    }

    /// The sale of a receipt's number, if any.
    public static Optional<PastSale> find(Path storeDirectory, Disk disk, String receipt) {
        var found = new PastSale[1];
        read(storeDirectory, disk, past -> {
            if (past.sale().receipt().value().equals(receipt)) {
                found[0] = past;
            }
            return found[0] == null;
        });
        return Optional.ofNullable(found[0]);
    }

    private void read(Predicate<PastSale> wantsMore) {
        var keychain = Keychain.open(directory, disk);
        FeedFile.readAll(keychain, disk, this::member);
        var keys = MemberKeys.of(keychain, disk);
        JournalFile.read(
                directory,
                disk,
                entry -> !TOLD.contains(entry.kind()) || read(Recorded.of(entry, keys::of), wantsMore));
    }

    private void member(FeedItem item) {
        if (item instanceof FeedItem.MemberSent(var member)) {
            born(member.no(), member.profile());
        }
    }

    private void born(MemberNo no, Profile profile) {
        profile.birthday().ifPresent(day -> birthdays.put(no, day));
    }

    private boolean read(Recorded recorded, Predicate<PastSale> wantsMore) {
        var fact = recorded.fact();
        if (fact instanceof Fact.TillOpened opened) {
            kind = opened.outlet();
            zone = ZoneId.of(opened.zone());
        } else if (fact instanceof Fact.MemberEnrolled enrolled) {
            born(enrolled.member(), enrolled.profile());
        } else if (fact instanceof Fact.SaleCompleted completed) {
            return wantsMore.test(
                    past(completed.sale(), new Outlet(recorded.entry().store(), kind, calendar)));
        }
        return true;
    }

    private PastSale past(Sale sale, Outlet outlet) {
        var birthday = sale.buyer().flatMap(buyer -> Optional.ofNullable(birthdays.get(buyer.no())));
        return new PastSale(sale, programme(sale), outlet, sale.pricedAt().atZoneSameInstant(zone), birthday);
    }

    private Programme programme(Sale sale) {
        return programmes.computeIfAbsent(
                sale.programme(), sold -> Scheme.version(new ProgrammeFolder(directory), sold));
    }
}

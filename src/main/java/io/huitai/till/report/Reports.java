package io.huitai.till.report;

import io.huitai.journal.JournalFile;
import io.huitai.journal.MemberKeys;
import io.huitai.journal.Recorded;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.ProgrammeFolder;
import io.huitai.programme.file.UnfitVersion;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import io.huitai.till.settings.TillSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reports on a store directory, each a fold over its journal: no lock, no change, and nothing that a rebuilt store
/// would tell otherwise. A till tells of what happened at it.
public record Reports(Path store, Disk disk) {
    public static Reports of(Path store) {
        return new Reports(store, new SystemDisk());
    }

    /// Reads a report; empty where it was not waited for.
    ///
    /// @param wanted asked before each entry
    /// @throws Refusal `BAD_FILE` when there is no store, or a file of it is wrong
    /// @throws io.huitai.journal.log.JournalBroken at the first bad entry
    public Optional<Report> read(ReportKind kind, Period period, BooleanSupplier wanted) {
        if (!TillSettings.exist(store)) {
            throw Refusal.of(ErrorCode.BAD_FILE, store.resolve(TillSettings.FILE));
        }
        var settings = TillSettings.read(store);
        var fold = fold(kind, period, settings);
        var whole = new boolean[] {true};
        var keys = MemberKeys.of(Keychain.open(store, disk), disk);
        JournalFile.read(store, disk, entry -> {
            whole[0] = wanted.getAsBoolean();
            if (whole[0]) {
                take(fold, period, Recorded.of(entry, keys::of), settings.house());
            }
            return whole[0];
        });
        return whole[0]
                ? Optional.of(new Report(kind.code(), period, settings.name(), fold.tables()))
                : Optional.empty();
    }

    private static void take(Fold fold, Period period, Recorded recorded, HouseRules house) {
        var day = businessDay(recorded, house);
        if (!period.isOverBy(day)) {
            fold.take(recorded, day, period.holds(day));
        }
    }

    private Fold fold(ReportKind kind, Period period, TillSettings settings) {
        return switch (kind) {
            case SALES -> new SalesFold();
            case RULES -> new RulesFold();
            case POINTS -> new PointsFold();
            case STORED -> new StoredFold();
            case ACCOUNTS -> new AccountsFold(period.to());
            case EXCEPTIONS -> new ExceptionsFold(People.of(store, disk));
            case STAFF -> {
                try {
                    var versions = new ProgrammeFolder(store).versions(settings.programme());
                    yield new StaffFold(People.of(store, disk), versions::on, Targets.of(store));
                } catch (BadProgramme | UnfitVersion unusable) {
                    throw Refusal.of(ErrorCode.BAD_FILE, String.valueOf(unusable.getMessage()));
                }
            }
            case REFERRALS -> new ReferralsFold(People.of(store, disk));
        };
    }

    /// The day that a fact says it belongs to, else that on which it was written, until the house's day ends.
    static LocalDate businessDay(Recorded recorded, HouseRules house) {
        return recorded.fact() instanceof Fact.OfDay told
                ? told.businessDay()
                : house.businessDay(recorded.entry().at());
    }
}

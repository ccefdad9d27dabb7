package io.huitai.till.training;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.programme.file.ProgrammeFolder;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.HouseRules;
import io.huitai.till.settings.Opening;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A store for training: the demo catalogue, demo operators and demo members.
public final class TrainingStore {
    private TrainingStore() {}

    /// Writes the settings and the programme of a directory that does not exist yet.
    ///
    /// @throws Refusal `UNKNOWN_PROGRAMME`
    public static TillSettings create(Opening opening) {
        var programme = new Programmes()
                .find(opening.programme())
                .orElseThrow(() -> Refusal.of(ErrorCode.UNKNOWN_PROGRAMME, opening.programme()));
        var id = programme.id();
        var settings = new TillSettings(
                opening.store().value(),
                opening.till().value(),
                "会台酒店 HUITAI",
                opening.kind().code(),
                id,
                true,
                "Asia/Shanghai",
                opening.lang().code(),
                "screen",
                48,
                TillSettings.USUAL_LOCK_MINUTES,
                List.of(),
                TillSettings.WedgeEntry.USUAL,
                TillSettings.USUAL_WEIGHT_PREFIXES,
                TillSettings.ScaleEntry.USUAL,
                HouseRules.TRAINING);
        try {
            var file = new ProgrammeFolder(opening.directory()).first(id);
            Files.createDirectories(file.getParent());
            Files.write(file, programmeBytes(opening.programme(), id));
        } catch (IOException broken) {
            throw new UncheckedIOException("The store directory cannot be written", broken);
        }
        settings.write(opening.directory());
        return settings;
    }

    /// Settings that are gone from beside a journal are put back; a store is not begun anew over it.
    ///
    /// @throws Refusal `BAD_FILE`
    public static void mustBeNew(Path directory) {
        for (var part : List.of("journal", "feed", "keys", "anchor", "store.mv.db", "print")) {
            if (Files.exists(directory.resolve(part))) {
                throw Refusal.worded(ErrorCode.BAD_FILE, "SETTINGS_GONE", TillSettings.FILE, part);
            }
        }
    }

    private static byte[] programmeBytes(String idOrFile, ProgrammeId id) throws IOException {
        try (var shipped = TrainingStore.class.getResourceAsStream("/assets/programmes/" + id + ".yaml")) {
            return shipped != null && idOrFile.equals(id.value())
                    ? shipped.readAllBytes()
                    : Programmes.bytes(Path.of(idOrFile));
        }
    }

    /// Puts the demo data into a training store's first feed.
    public static void fill(Feed feed, Programme programme) {
        var demo = DemoData.read();
        var items = new ArrayList<FeedItem>();
        items.add(new FeedItem.CatalogueSent(demo.products()));
        items.add(new FeedItem.OperatorsSent(demo.operators()));
        items.add(new FeedItem.CompaniesSent(demo.companies()));
        demoMembers(demo, programme.firstTier().id()).forEach(member -> items.add(new FeedItem.MemberSent(member)));
        feed.append(items.stream().map(FeedJson::bytes).toList(), "1");
    }

    /// The demo members as every training till and training head office know them.
    public static List<MemberRecord> demoMembers(DemoData demo, TierId firstTier) {
        return demo.members().stream()
                .map(member -> MemberRecord.of(
                        member.no(),
                        new Profile(
                                member.name(),
                                member.phone(),
                                "",
                                "",
                                "",
                                Optional.of(member.birthday()),
                                member.gender(),
                                false,
                                member.joined(),
                                Profile.Origin.NONE),
                        firstTier,
                        List.of(new MemberRecord.Card(member.card(), false))))
                .toList();
    }
}

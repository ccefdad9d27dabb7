package io.huitai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The parts of a member's row that hold what is counted by day: all of it, and an act writes little of it.
class CountedDaysTest {
    private static final MemberNo GUEST = new MemberNo("S001-T1-00001");
    private static final LocalDate JOINED = LocalDate.parse("2019-05-17");

    /// Lives of visits so many days apart on average, and some visits taken back.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void aSaleAtAThousandDaysWritesWhatOneAtTenWrites(int gap) {
        var random = new Random(gap);
        var member = guest();
        var written = new ArrayList<Integer>();
        var day = JOINED;
        var year = 366 / gap;
        for (var visit = 0; visit < 1_000 + year; visit++) {
            day = day.plusDays(1 + random.nextInt(2 * gap - 1));
            var after = member.after(visited(random, day, 1));
            written.add(written(member, after));
            member = after;
        }
        assertThat(mean(written, 1_000, year)).isLessThanOrEqualTo(1.3 * mean(written, 10, year));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRowHoldsAllDays(long seed) {
        var random = new Random(seed);
        var member = guest();
        for (var act = 0; act < 400; act++) {
            var day = JOINED.plusDays(random.nextInt(5_000) - 200);
            member = member.after(visited(random, day, random.nextInt(4) == 0 ? -1 : 1));
            var parts = CountedDays.of(member.holdings());
            var row = Shapes.row(member, parts.getFirst());
            row.yearDays = json(parts.get(1));
            row.fourYearDays = json(parts.get(2));
            row.pastDays = json(parts.get(3));
            assertThat(Shapes.member(row)).as("seed %d, act %d", seed, act).isEqualTo(member);
        }
    }

    private static int written(MemberRecord before, MemberRecord after) {
        var were = CountedDays.of(before.holdings());
        var parts = CountedDays.of(after.holdings());
        var row = Shapes.row(after, parts.getFirst());
        var written = row.body.length() + row.monthDays.length();
        for (var part = 1; part < parts.size(); part++) {
            written += parts.get(part).equals(were.get(part))
                    ? 0
                    : json(parts.get(part)).length();
        }
        return written;
    }

    private static String json(Object part) {
        return FactJson.mapper().writeValueAsString(part);
    }

    private static double mean(List<Integer> written, int from, int many) {
        return written.subList(from, from + many).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private static List<Posting> visited(Random random, LocalDate day, int times) {
        var account = Account.of(GUEST);
        return List.of(
                Posting.tally(account, Asset.SPEND, day, times * (1_000L + random.nextInt(50_000))),
                Posting.tally(account, Asset.VISITS, day, times),
                Posting.tally(account, Asset.EARNED, day, times * (1L + random.nextInt(500))));
    }

    private static MemberRecord guest() {
        var profile =
                new Profile("欧阳某", "19900000001", "", "", "", Optional.empty(), "f", true, JOINED, Profile.Origin.NONE);
        var card = new MemberRecord.Card(new CardNumber("9988000000000015"), false);
        return MemberRecord.of(GUEST, profile, new TierId("regular"), List.of(card));
    }
}

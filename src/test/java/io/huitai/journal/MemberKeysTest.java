package io.huitai.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.log.Disk;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.FaultyDisk;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberKeysTest {
    private static final MemberNo NO = new MemberNo("T1-7");
    private static final Fact.MemberEnrolled ENROLLED = enrolled(NO);

    @TempDir
    Path store;

    private static Fact.MemberEnrolled enrolled(MemberNo no) {
        var profile = new Profile(
                "王小明",
                "13800138000",
                "w@example.com",
                "id",
                "11010519491231002X",
                Optional.of(LocalDate.parse("1949-12-31")),
                "m",
                true,
                LocalDate.parse("2026-11-22"),
                new Profile.Origin("某公司", Optional.empty(), Optional.empty()));
        return new Fact.MemberEnrolled(
                no,
                profile,
                new TierId("regular"),
                "",
                Optional.empty(),
                GivenGround.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private MemberKeys keys() {
        return MemberKeys.of(keychain(store, new SystemDisk()), new SystemDisk());
    }

    private static Keychain keychain(Path store, Disk disk) {
        return Keychain.openOrMake(store, AccountPlace.ofAccount(), disk);
    }

    private static Entry written(Journal journal) {
        var body = journal.memberKeys().sealed(List.of(ENROLLED)).getFirst();
        return journal.append(List.of(new Draft(ENROLLED.kind(), body, Optional.empty())), true)
                .getFirst();
    }

    @Test
    void nothingPersonalStandsInTheEntryAndTheKeyReadsItAll() {
        try (var journal = Journals.open(store)) {
            var entry = written(journal);
            assertThat(new String(entry.line(), UTF_8))
                    .doesNotContain("王", "138", "example", "1949", "11010")
                    .contains("2026-11-22", "T1-7", "某公司");
            assertThat(Recorded.of(entry, keys()::of).fact()).isEqualTo(ENROLLED);
            assertThat(journal.facts(1).toList()).extracting(Recorded::fact).containsExactly(ENROLLED);
        }
    }

    @Test
    void withoutTheKeyItIsSomebodyAndTheChainStillVerifies() {
        try (var journal = Journals.open(store)) {
            var entry = written(journal);
            journal.memberKeys().destroy(NO);
            assertThat(keys().of(NO)).isEmpty();
            var read = (Fact.MemberEnrolled) Recorded.of(entry, keys()::of).fact();
            assertThat(read.profile().name()).isEmpty();
            assertThat(read.profile().birthday()).isEmpty();
            assertThat(read.profile().joined()).isEqualTo(ENROLLED.profile().joined());
            assertThat(read.tier()).hasToString("regular");
            assertThat(journal.verify().intact()).isTrue();
        }
    }

    @Test
    void anotherKeyAndAnotherMemberReadNothing() {
        var sealed = MemberKey.fresh().seal(NO, new byte[] {1, 2, 3});
        assertThatIllegalArgumentException().isThrownBy(() -> MemberKey.fresh().open(NO, sealed));
        var key = MemberKey.fresh();
        var mine = key.seal(NO, new byte[] {1, 2, 3});
        assertThat(key.open(NO, mine)).containsExactly(1, 2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(new MemberNo("T1-8"), mine));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(NO, "AAAA"));
        assertThat(key).hasToString("MemberKey");
    }

    @Test
    void manyAtOnceAreAllKept() {
        var many = IntStream.range(0, 600)
                .mapToObj(i -> enrolled(new MemberNo("T1-" + i)))
                .toList();
        keys().sealed(many);
        var read = keys();
        assertThat(many).allSatisfy(each -> assertThat(read.of(each.member())).isPresent());
    }

    @Test
    void aKeyIsOnTheDiskOrNothingIsSealedWithIt() {
        var directory = Path.of("/store");
        boolean failed = true;
        for (int healthy = 0; failed; healthy++) {
            var disk = new FaultyDisk(healthy);
            var keys = MemberKeys.of(keychain(directory, disk), disk);
            disk.fail(healthy, 1);
            try {
                keys.sealed(List.of(ENROLLED));
            } catch (DiskFailed expected) {
                assertThat(expected).hasMessageContaining("keys");
            }
            failed = disk.failed();
            disk.heal();
            var body = keys.sealed(List.of(ENROLLED)).getFirst();
            disk.losePower();
            assertThat(SealedPerson.open(body, MemberKeys.of(keychain(directory, disk), disk)::of))
                    .contains(FactJson.write(ENROLLED));
        }
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        keys().sealed(List.of(ENROLLED));
        try (var files = Files.list(store.resolve("keys/members"))) {
            var file = files.findFirst().orElseThrow();
            Files.writeString(file, "{\"T1-7\":\"short\"}");
            assertThatExceptionOfType(KeyUnreadable.class)
                    .isThrownBy(() -> keys().of(NO))
                    .withMessageContaining(file.getFileName().toString());
        }
    }

    @Test
    void aBodyThatWasNeverSealedReadsAsItIs() {
        try (var journal = Journals.open(store)) {
            var plain = new Draft(ENROLLED.kind(), FactJson.write(ENROLLED), Optional.empty());
            journal.append(List.of(plain), true);
            assertThat(journal.facts(1).toList()).extracting(Recorded::fact).containsExactly(ENROLLED);
        }
    }
}

package io.huitai.programme.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huitai.programme.file.ProgrammeFile;
import io.huitai.programme.file.Programmes;
import io.huitai.programme.scheme.Versions.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private final Programme first = mall(1, "2026-01-01");
    private final Programme second = mall(2, "2026-05-01");

    @Test
    void theVersionThatAppliesLastHoldsFromItsDayOn() {
        var versions = new Versions(List.of(second, first));
        assertThat(versions.on(MAY_DAY.minusDays(1))).isEqualTo(first);
        assertThat(versions.on(MAY_DAY)).isEqualTo(second);
        assertThat(versions.on(MAY_DAY.plusYears(1))).isEqualTo(second);
    }

    @Test
    void beforeAnyAppliesTheFirstHolds() {
        assertThat(new Versions(List.of(first, second)).on(LocalDate.of(2020, 1, 1)))
                .isEqualTo(first);
    }

    @Test
    void ofTwoFromOneDayTheHigherHolds() {
        var mended = mall(3, "2026-05-01");
        assertThat(new Versions(List.of(first, mended, second)).on(MAY_DAY)).isEqualTo(mended);
    }

    @Test
    void aVersionIsFoundByNumberAndDigest() {
        var versions = new Versions(List.of(first, second));
        assertThat(versions.of("2", second.digest())).contains(second);
        assertThat(versions.of("2", first.digest())).isEmpty();
    }

    @Test
    void twoOfOneNumberAreNotVersions() {
        var other = mall(2, "2026-06-01");
        assertThatThrownBy(() -> new Versions(List.of(second, other))).hasMessageContaining("version=2");
    }

    @Test
    void aNewVersionGoesBehindTheLastAndAfterAllThatHasHappened() {
        var versions = new Versions(List.of(first, second));
        assertThat(why(versions, mall(2, "2026-06-01"))).contains(Unfit.Why.NOT_ABOVE);
        assertThat(why(versions, mall(3, "2026-04-30"))).contains(Unfit.Why.BEFORE_LAST);
        assertThat(why(versions, mall(3, "2026-05-07"))).contains(Unfit.Why.TOO_LATE);
        assertThat(why(versions, mall(3, "2026-05-08"))).isEmpty();
        assertThat(versions.unfit(mall(3, "2026-05-01"), Optional.empty())).isEmpty();
    }

    @Test
    void aNewVersionIsOfTheSameProgrammeAndKeepsWhatMembersMayHave() {
        var versions = new Versions(List.of(first));
        assertThat(why(versions, new Programmes().shipped("vip-points").orElseThrow()))
                .contains(Unfit.Why.OTHER_PROGRAMME);
        var renamed = yaml("mall").replace("version: 1", "version: 2").replace("2026-01-01", "2026-06-01");
        assertThat(why(versions, read(renamed.replace("birthday50", "birthday60"))))
                .contains(Unfit.Why.GONE);
    }

    private static Optional<Unfit.Why> why(Versions versions, Programme next) {
        return versions.unfit(next, Optional.of(LocalDate.of(2026, 5, 7))).map(Unfit::why);
    }

    private static Programme mall(int version, String appliesFrom) {
        return read(yaml("mall").replace("version: 1", "version: " + version).replace("2026-01-01", appliesFrom));
    }

    private static Programme read(String yaml) {
        return ProgrammeFile.read("mall.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String yaml(String id) {
        try (InputStream file = VersionsTest.class.getResourceAsStream("/assets/programmes/" + id + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

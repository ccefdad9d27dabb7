package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Profile;
import io.huitai.shop.Label;
import io.huitai.shop.MemberNo;
import io.huitai.shop.OperatorId;
import io.huitai.shop.id.TierId;
import io.huitai.till.report.Facts;
import io.huitai.till.report.Written;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsultantTest {
    private static final MemberNo MEMBER = new MemberNo("S001-T1-000001");

    @TempDir
    Path folder;

    @Test
    void whoeverEnrolledAMemberIsShownWhereTheProgrammeHasConsultants() {
        assertThat(notices("mother-baby", "member")).contains(new Label("顾问 张强", "Consultant 张强"));
        assertThat(notices("standard-card", "regular"))
                .noneMatch(notice -> notice.zh().contains("顾问"));
    }

    private List<Label> notices(String programme, String tier) {
        var store = folder.resolve(programme);
        Facts.open(store, programme);
        var seller = Optional.of(new OperatorId("1002"));
        var profile = new Profile(
                "张三",
                "13800001234",
                "",
                "",
                "",
                Optional.empty(),
                "",
                false,
                LocalDate.of(2026, 5, 1),
                new Profile.Origin("", Optional.empty(), seller));
        try (var written = Written.in(store)) {
            written.add(new Fact.MemberEnrolled(
                    MEMBER,
                    profile,
                    new TierId(tier),
                    "",
                    Optional.empty(),
                    GivenGround.NONE,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of()));
        }
        var opening = TrainingTills.opening(store, programme, Optional.of(Instant.parse("2026-06-01T04:00:00Z")));
        try (var till = Till.open(opening, InstantSource.system())) {
            return till.perform(desk -> desk.club().members().view(MEMBER).notices())
                    .join();
        }
    }
}

package io.huitai.headoffice;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import java.util.List;
import java.util.Optional;

/// Head offices for tests.
final class Offices {
    static final MemberNo ZHANG = new MemberNo("M0001");

    private Offices() {}

    static HeadOffice open(String jdbcUrl, int port) {
        return HeadOffice.open(new HeadOffice.Settings(jdbcUrl, port, Offices::demoMembers), TestTill.CLOCK);
    }

    static List<MemberRecord> demoMembers(TierId first) {
        var profile = new Profile(
                "张三", "19900000001", "", "", "", Optional.empty(), "m", true, TestTill.TODAY, Profile.Origin.NONE);
        var card = new MemberRecord.Card(new CardNumber("9988000000000015"), false);
        return List.of(MemberRecord.of(ZHANG, profile, first, List.of(card)));
    }
}

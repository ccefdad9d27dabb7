package io.huitai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.TillKey;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.protocol.SignedCode;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signed codes and scales' labels at a store that is its own authority.
class ConsoleCodesTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse(ConsoleDriver.NOON);

    @TempDir
    private Path store;

    private TillKey key() {
        return TillKey.of(Keychain.open(store, new SystemDisk()));
    }

    private String code(String no, String tier, Optional<String> phone) {
        return new SignedCode.OfMember(new MemberNo(no), new TierId(tier), "王*", phone, LocalDate.parse("2026-06-10"))
                .signed(key());
    }

    private static String scan(String code) {
        return "{'do':'scan','code':'" + code + "'}";
    }

    @Test
    void aCodeAttachesAMemberWhomTheTillKnows() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'add','sku':'L001'}");
            var answer = console.ok(scan(code("M0001", "platinum", Optional.empty())));
            assertThat(answer.path("kind").asString()).isEqualTo("member");
            assertThat(answer.path("member").path("tier").asString())
                    .as("what the till knows stands above what the code says")
                    .isEqualTo("regular");
            assertThat(answer.path("bill").path("member").path("no").asString()).isEqualTo("M0001");
        }
    }

    @Test
    void aMemberWhomTheTillHasNeverSeenIsServedByTheCodesTierAndEarns() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'add','name':'宴席','category':'food.banquet','price':'1000.00'}");
            var answer = console.ok(scan(code("S009-T4-00007", "platinum", Optional.empty())));
            assertThat(answer.path("bill").path("payable").asString()).isEqualTo("800.00");
            assertThat(answer.path("member").path("name").asString()).isEqualTo("王*");
            var receipt = console.ok("{'do':'tender','type':'cash'}").path("receipt");
            assertThat(receipt.path("earned").asInt()).isEqualTo(24);
            var member = console.ok("{'do':'member-info','no':'S009-T4-00007'}").path("member");
            assertThat(member.path("points").asInt()).isEqualTo(24);
        }
        try (var again = ConsoleDriver.open(store, "vip-points")) {
            assertThat(again.ok("{'do':'member-info','no':'S009-T4-00007'}")
                            .path("member")
                            .path("spend")
                            .asString())
                    .isEqualTo("800.00");
        }
    }

    @Test
    void forgedExpiredAndUnknownCodesSaySoAndChangeNothing() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            console.ok("{'do':'add','sku':'L001'}");
            var forged = new SignedCode.OfMember(
                            new MemberNo("M0001"),
                            new TierId("platinum"),
                            "张*",
                            Optional.empty(),
                            LocalDate.parse("2026-06-10"))
                    .signed(TillKey.generate());
            assertThat(console.code(scan(forged))).isEqualTo("CODE_FORGED");
            assertThat(console.code(scan("HT1.abc"))).isEqualTo("CODE_FORGED");
            var old = new SignedCode.OfMember(
                            new MemberNo("M0001"),
                            new TierId("gold"),
                            "张*",
                            Optional.empty(),
                            LocalDate.parse("2026-06-09"))
                    .signed(key());
            assertThat(console.code(scan(old))).isEqualTo("CODE_EXPIRED");
            assertThat(console.code(scan(code("X1", "emperor", Optional.empty()))))
                    .isEqualTo("UNKNOWN_TIER");
            assertThat(console.ok("{'do':'bill'}").path("bill").path("member").isNull())
                    .isTrue();
        }
    }

    @Test
    void aShortLivedCodeIsGoodForOneBillOnly() {
        try (var console = ConsoleDriver.selling(store, "vip-points")) {
            var phone = TillKey.generate();
            var signed = code("M0001", "regular", Optional.of(SignedCode.phone(phone)));
            var shown = SignedCode.shown(signed, phone, NOON.toInstant());
            console.ok("{'do':'add','sku':'L001'}");
            console.ok(scan(shown));
            console.ok(scan(shown)); // the same guest, scanned twice
            console.ok("{'do':'tender','type':'cash'}");
            console.ok("{'do':'add','sku':'L001'}");
            assertThat(console.code(scan(shown))).isEqualTo("CODE_EXPIRED");
            assertThat(console.code(scan(signed))).isEqualTo("CODE_FORGED");
            assertThat(console.code(scan(
                            SignedCode.shown(signed, phone, NOON.toInstant().minusSeconds(61)))))
                    .isEqualTo("CODE_EXPIRED");
            console.ok(scan(SignedCode.shown(signed, phone, NOON.toInstant().plusSeconds(30))));
        }
    }

    @Test
    void aVouchersCodeAsksForOneMoreOfIt() {
        try (var console = ConsoleDriver.selling(store, "mall", "2026-05-21T12:00:00+08:00")) {
            var voucher = new SignedCode.OfVoucher(
                            new MemberNo("M0001"), new VoucherTypeId("birthday50"), LocalDate.parse("2026-12-31"))
                    .signed(key());
            console.ok("{'do':'add','sku':'L001','qty':'10'}");
            var answer = console.ok(scan(voucher));
            assertThat(answer.path("kind").asString()).isEqualTo("voucher");
            assertThat(answer.path("bill").path("member").path("no").asString()).isEqualTo("M0001");
            assertThat(answer.path("bill").path("refused").size()
                            + answer.path("bill").path("used").path("vouchers").size())
                    .isEqualTo(1);
            console.ok("{'do':'void-bill','reason':'x'}");
            console.ok("{'do':'add','sku':'L001'}");
            console.ok("{'do':'member','no':'M0002'}");
            assertThat(console.code(scan(voucher))).isEqualTo("NOT_TRANSFERABLE");
        }
    }

    @Test
    void aScalesLabelSaysWhatTheGoodsCostOrWeigh() {
        try (var console = ConsoleDriver.selling(store, "standard-card")) {
            var byPrice = console.ok(scan(labelled("200005301234"))).path("bill");
            assertThat(byPrice.path("gross").asString())
                    .as("12.34 on the label")
                    .isEqualTo("12.34");
            var byWeight = console.ok(scan(labelled("250005400350"))).path("bill");
            assertThat(byWeight.path("gross").asString())
                    .as("and 350 g at 36.00")
                    .isEqualTo("24.94");
            assertThat(console.code(scan(labelled("260005400350")))).isEqualTo("UNKNOWN_PRODUCT");
            assertThat(console.code(scan(labelled("250005400000")))).isEqualTo("UNKNOWN_PRODUCT");
        }
    }

    /// Twelve digits with their check digit.
    private static String labelled(String twelve) {
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}

package io.huitai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.TillKey;
import io.huitai.protocol.SignedCode.Reading;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedCodeTest {
    private static final Instant NOON = Instant.parse("2026-06-10T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final MemberNo NO = new MemberNo("M0002");

    private final TillKey office = TillKey.generate();
    private final TillKey phone = TillKey.generate();
    private final SignedCode.OfMember printed =
            new SignedCode.OfMember(NO, new TierId("gold"), "李*", Optional.empty(), TODAY);
    private final SignedCode.OfMember onThePhone = new SignedCode.OfMember(
            NO, new TierId("gold"), "李*", Optional.of(SignedCode.phone(phone)), TODAY.plusDays(30));

    private Reading read(String text) {
        return read(text, NOON, TODAY);
    }

    private Reading read(String text, Instant now, LocalDate today) {
        return SignedCode.read(text, List.<PublicKey>of(office.publicKey()), now, today);
    }

    @Test
    void aPrintedCodeSaysWhoTheMemberIsUntilItsLastDay() {
        var text = printed.signed(office);
        assertThat(SignedCode.isMeant(text)).isTrue();
        assertThat(text).hasSizeLessThan(300);
        assertThat(read(text)).isEqualTo(new Reading.Genuine(printed, Optional.empty()));
        assertThat(read(text, NOON, TODAY.plusDays(1))).isEqualTo(new Reading.Expired());
    }

    @Test
    void aVouchersCodeNamesItsTypeAndMember() {
        var voucher = new SignedCode.OfVoucher(NO, new VoucherTypeId("cash100"), TODAY);
        assertThat(read(voucher.signed(office))).isEqualTo(new Reading.Genuine(voucher, Optional.empty()));
    }

    @Test
    void anotherKeysCodeIsForged() {
        assertThat(read(printed.signed(TillKey.generate()))).isEqualTo(new Reading.Forged());
    }

    @Test
    void whateverIsChangedInACodeItIsForged() {
        var text = SignedCode.shown(onThePhone.signed(office), phone, NOON);
        var genuine = read(text);
        assertThat(genuine).isInstanceOf(Reading.Genuine.class);
        var random = new Random(20261124);
        for (int i = 0; i < 3_000; i++) {
            var bytes = new StringBuilder(text);
            int at = 4 + random.nextInt(text.length() - 4);
            bytes.setCharAt(at, "AZaz09-_.=".charAt(random.nextInt(10)));
            var altered = bytes.toString();
            // the last character of a signature holds two bits that stand for nothing
            assertThat(read(altered))
                    .as("%d: %s", i, altered)
                    .isIn(altered.equals(text) ? List.of(genuine) : List.of(new Reading.Forged(), genuine));
            assertThat(read(text.substring(0, random.nextInt(text.length())))).isEqualTo(new Reading.Forged());
        }
    }

    @Test
    void aShortLivedCodeIsGoodForAMinuteBeforeAndAfter() {
        var text = SignedCode.shown(onThePhone.signed(office), phone, NOON);
        assertThat(read(text)).isEqualTo(new Reading.Genuine(onThePhone, Optional.of(NOON)));
        assertThat(read(text, NOON.plusSeconds(60), TODAY)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(text, NOON.minusSeconds(60), TODAY)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(text, NOON.plusSeconds(61), TODAY)).isEqualTo(new Reading.Expired());
        assertThat(read(text, NOON.minusSeconds(61), TODAY)).isEqualTo(new Reading.Expired());
    }

    @Test
    void whatAPhoneMustShowCannotBeShownOnPaperOrByAnotherPhone() {
        assertThat(read(onThePhone.signed(office))).isEqualTo(new Reading.Forged());
        assertThat(read(SignedCode.shown(onThePhone.signed(office), TillKey.generate(), NOON)))
                .isEqualTo(new Reading.Forged());
        assertThat(read(SignedCode.shown(printed.signed(office), phone, NOON))).isEqualTo(new Reading.Forged());
    }
}

package io.huitai.protocol;

import io.huitai.journal.TillKey;
import io.huitai.journal.fact.FactJson;
import io.huitai.protocol.SignedCode.OfMember;
import io.huitai.protocol.SignedCode.OfVoucher;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// How a {@link SignedCode} is written.
final class CodeForm {
    static final String MARK = "HT1.";
    static final int LONGEST = 1_000;
    static final Pattern TEXT =
            Pattern.compile("HT1\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{86})(?:\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{86}))?");

    private CodeForm() {}

    /// @param voucher the type; empty for a member's code
    private record Payload(
            String member,
            Optional<TierId> tier,
            Optional<String> name,
            Optional<String> phone,
            Optional<VoucherTypeId> voucher,
            String last) {}

    static String written(SignedCode code) {
        var last = code.lastDay().toString();
        var payload = switch (code) {
            case OfMember of ->
                new Payload(
                        of.member().value(),
                        Optional.of(of.tier()),
                        Optional.of(of.name()),
                        of.phone(),
                        Optional.empty(),
                        last);
            case OfVoucher of ->
                new Payload(
                        of.member().value(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(of.type()),
                        last);
        };
        return coded(FactJson.mapper().writeValueAsBytes(payload));
    }

    /// Empty for what this version does not understand.
    static Optional<SignedCode> read(String coded) {
        try {
            var payload = FactJson.mapper().readValue(Base64.getUrlDecoder().decode(coded), Payload.class);
            var no = new MemberNo(payload.member());
            var last = LocalDate.parse(payload.last());
            return Optional.of(
                    payload.voucher().isPresent()
                            ? new OfVoucher(no, payload.voucher().get(), last)
                            : new OfMember(
                                    no,
                                    payload.tier().orElseThrow(),
                                    payload.name().orElse(""),
                                    payload.phone(),
                                    last));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | NoSuchElementException notUnderstood) {
            return Optional.empty();
        }
    }

    static boolean isSigned(PublicKey key, String text, String signature) {
        return TillKey.verify(
                key,
                text.getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(signature));
    }

    /// Empty for what is no key.
    static Optional<PublicKey> key(String coded) {
        try {
            return Optional.of(TillKey.publicKey(Base64.getUrlDecoder().decode(coded)));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

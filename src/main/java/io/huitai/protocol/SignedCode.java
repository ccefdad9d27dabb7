package io.huitai.protocol;

import io.huitai.journal.TillKey;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.MatchResult;

/// What a QR code says that head office, or a store that is its own authority, has signed with Ed25519. A till that
/// knows the public key believes it without a line, and without ever having seen the member.
///
/// As text, parts with a dot between them: `HT1`, what it says (JSON), the signature, both in Base64 for URLs. A
/// short-lived code has two more: the second at which the member's phone showed it, and the phone's signature of all
/// before it; the phone's key is in what head office has signed.
public sealed interface SignedCode {
    /// A short-lived code is good for so long before and after the moment in it: clocks differ a little.
    Duration WINDOW = Duration.ofSeconds(60);

    MemberNo member();

    /// The last day on which it is good.
    LocalDate lastDay();

    /// Who the member is, as far as a counter needs it.
    ///
    /// @param name masked, as 张*三
    /// @param phone the public key of the member's phone (X.509, Base64 for URLs), where only its codes are good
    record OfMember(MemberNo member, TierId tier, String name, Optional<String> phone, LocalDate lastDay)
            implements SignedCode {}

    /// One voucher of a member.
    record OfVoucher(MemberNo member, VoucherTypeId type, LocalDate lastDay) implements SignedCode {}

    /// What came of reading a text.
    sealed interface Reading {
        /// @param shown the moment in a short-lived code, which is good for one bill only
        record Genuine(SignedCode code, Optional<Instant> shown) implements Reading {}

        /// No key that is trusted has signed it, or it was altered.
        record Forged() implements Reading {}

        /// Its last day, or its minute, is over or has not come.
        record Expired() implements Reading {}
    }

    /// Whether a scanned text means to be such a code.
    static boolean isMeant(String text) {
        return text.startsWith(CodeForm.MARK);
    }

    /// Reads a text. Pure.
    ///
    /// @param trusted whose signatures count
    /// @param now the till's time
    /// @param today its day
    static Reading read(String text, Collection<PublicKey> trusted, Instant now, LocalDate today) {
        var match = CodeForm.TEXT.matcher(text);
        if (text.length() > CodeForm.LONGEST || !match.matches()) {
            return new Reading.Forged();
        }
        var signed = CodeForm.MARK + match.group(1);
        if (trusted.stream().noneMatch(key -> CodeForm.isSigned(key, signed, match.group(2)))) {
            return new Reading.Forged();
        }
        var code = CodeForm.read(match.group(1));
        if (code.isEmpty()) {
            return new Reading.Forged();
        }
        if (today.isAfter(code.get().lastDay())) {
            return new Reading.Expired();
        }
        var phone = code.get() instanceof OfMember of ? of.phone() : Optional.<String>empty();
        if (phone.isPresent() != (match.group(3) != null)) {
            return new Reading.Forged(); // what a phone must show cannot be shown on paper
        }
        return phone.isEmpty()
                ? new Reading.Genuine(code.get(), Optional.empty())
                : shown(code.get(), CodeForm.key(phone.get()), match, now);
    }

    private static Reading shown(SignedCode code, Optional<PublicKey> phone, MatchResult match, Instant now) {
        var before = CodeForm.MARK + match.group(1) + "." + match.group(2) + "." + match.group(3);
        if (phone.filter(key -> CodeForm.isSigned(key, before, match.group(4))).isEmpty()) {
            return new Reading.Forged();
        }
        var at = Instant.ofEpochSecond(Long.parseLong(match.group(3)));
        return Duration.between(at, now).abs().compareTo(WINDOW) > 0
                ? new Reading.Expired()
                : new Reading.Genuine(code, Optional.of(at));
    }

    /// The text of this code, signed.
    default String signed(TillKey key) {
        var text = CodeForm.MARK + CodeForm.written(this);
        return text + "." + CodeForm.coded(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// A text as the member's phone shows it at a moment.
    ///
    /// @param signed a member's code that names the phone's key
    static String shown(String signed, TillKey phone, Instant at) {
        var text = signed + "." + at.getEpochSecond();
        return text + "." + CodeForm.coded(phone.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// How a phone's key is named in a code.
    static String phone(TillKey phone) {
        return CodeForm.coded(phone.publicKey().getEncoded());
    }
}

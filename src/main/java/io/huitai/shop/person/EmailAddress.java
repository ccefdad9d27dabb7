package io.huitai.shop.person;

import io.huitai.shop.Writing;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address as it is kept: half width, without spaces, its domain in small letters.
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s,;<>()]+@[^@\\s,;<>().]+(?:\\.[^@\\s,;<>().]+)+");

    public EmailAddress {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An e-mail address has an @ and a domain");
        }
    }

    /// What somebody wrote for an address; empty where it is none. A Chinese keyboard writes 。 for a dot.
    public static Optional<EmailAddress> read(String written) {
        var plain = Writing.plain(written).replaceAll("[\u3002\uFF61]", ".");
        var domain = plain.lastIndexOf('@') + 1;
        return Optional.of(plain.substring(0, domain) + plain.substring(domain).toLowerCase(Locale.ROOT))
                .filter(text -> SHAPE.matcher(text).matches())
                .map(EmailAddress::new);
    }

    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}

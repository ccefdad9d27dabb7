package io.huitai.store;

import io.huitai.journal.fact.Profile;
import io.huitai.shop.Writing;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.shop.person.PhoneNumber;

/// What members are found by. The columns hold keys, not what was told: whoever was enrolled before there was one form
/// is found by it all the same.
enum Lookup {
    NAME("name", 200),
    PHONE("phone", 40),
    DOCUMENT("document", 101);

    private final String field;
    private final int longest;

    Lookup(String field, int longest) {
        this.field = field;
        this.longest = longest;
    }

    /// Of the member's row.
    String field() {
        return field;
    }

    String key(Profile profile) {
        return switch (this) {
            case NAME -> Writing.key(profile.name());
            case PHONE -> PhoneNumber.key(profile.phone());
            case DOCUMENT -> new IdentityDocument(profile.documentType(), profile.documentNo()).key();
        };
    }

    String column(Profile profile) {
        return cut(key(profile));
    }

    /// As much of a key as its column holds; half a character is none.
    String cut(String key) {
        if (key.length() <= longest) {
            return key;
        }
        return key.substring(0, Character.isHighSurrogate(key.charAt(longest - 1)) ? longest - 1 : longest);
    }
}

package io.huitai.headoffice;

import java.time.Instant;

/// Something wrong with a till, for someone to look into.
///
/// @param number the entry it is about, 0 for none
/// @param detail one English sentence
public record Finding(
        String store,
        String till,
        Kind kind,
        long number,
        String detail,
        Instant firstSeen,
        Instant lastSeen,
        int times) {
    /// What is wrong.
    public enum Kind {
        /// The till's journal is not the one that head office has the beginning of.
        FORK,
        /// Entries are missing before those that the till sent.
        GAP,
        /// A hash or a signature does not fit.
        BAD_SIGNATURE,
        /// Another key claims to be this till.
        OTHER_KEY,
        /// The till's epoch is not the registered one.
        EPOCH,
        /// An entry is stored, but its meaning is not understood by this version, or is of a member nobody knows. The
        /// members do not show this till's entries from here on until it is.
        NOT_FOLDED,
        /// The till's own view could not hold an entry: it is in the journal, and in no balance or report there.
        SET_ASIDE,
        /// A request in the till's name was not signed by it.
        UNSIGNED,
        /// The till asked in the name of another.
        OTHER_TILL,
        /// A request of the till came again.
        REPLAYED,
        /// A key that the till handed over for a member is not the one that their enrolment is sealed with, or it hands
        /// over many that no entry follows.
        MEMBER_KEY,
        /// Somebody at head office has given the till's name back: the next till that says hello under it has it.
        RELEASED
    }
}

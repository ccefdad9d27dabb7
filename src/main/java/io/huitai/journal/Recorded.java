package io.huitai.journal;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.shop.MemberNo;
import java.util.Optional;
import java.util.function.Function;

/// A fact with the entry that carries it.
public record Recorded(Entry entry, Fact fact) {
    /// Reads the fact out of an entry.
    ///
    /// @param keys of members. A member whose key is gone reads as somebody without a name, and what was approved
    /// then cannot be compared any more
    /// @throws IllegalArgumentException when this version does not know the kind or the body, the approval in it
    /// was given for something else, or a key is not the one that sealed it
    public static Recorded of(Entry entry, Function<MemberNo, Optional<MemberKey>> keys) {
        var body =
                SealedPerson.isSealed(entry.body()) ? SealedPerson.open(entry.body(), keys) : Optional.of(entry.body());
        body.ifPresent(whole -> ApprovedStep.check(entry.kind(), whole));
        return new Recorded(
                entry, FactJson.read(entry.kind(), body.orElseGet(() -> SealedPerson.nobody(entry.body()))));
    }

    /// A member as they are after this; empty where it tells nothing new of them, who are unknown or hold it already.
    ///
    /// @param before empty for one whom nothing has made known yet
    public Optional<MemberRecord> after(Optional<MemberRecord> before) {
        if (before.isEmpty()) {
            return fact instanceof Fact.MakesKnown made ? Optional.of(made.known()) : Optional.empty();
        }
        return before.filter(member -> number() > member.held()).map(member -> member.after(fact));
    }

    /// Whom this forgets.
    public Optional<MemberNo> forgotten() {
        return fact instanceof Fact.MemberForgotten gone ? Optional.of(gone.member()) : Optional.empty();
    }

    public long number() {
        return entry.number();
    }
}

package io.huitai.journal.feed;

import io.huitai.journal.fact.MemberRecord;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.Product;
import io.huitai.shop.person.Company;
import java.util.List;
import java.util.Optional;

/// What comes down to a till: whole values that replace the earlier one of the same key.
public sealed interface FeedItem {
    /// The whole catalogue, where it is small.
    record CatalogueSent(List<Product> products) implements FeedItem {}

    /// A part of a catalogue, in order. The one before stands until the last part is there.
    ///
    /// @param edition each catalogue's own; a part of another one begins anew
    /// @param part from 1
    record CataloguePartSent(long edition, int part, boolean last, List<Product> products) implements FeedItem {}

    /// All operators of the store.
    record OperatorsSent(List<Operator> operators) implements FeedItem {}

    /// All companies that pay by account.
    record CompaniesSent(List<Company> companies) implements FeedItem {}

    /// One member. `member.held` is the last entry of the receiving till that this value already holds.
    record MemberSent(MemberRecord member) implements FeedItem {}

    /// Whom this tells to be forgotten.
    default Optional<MemberNo> forgotten() {
        return this instanceof MemberSent(MemberRecord member) && member.isForgotten()
                ? Optional.of(member.no())
                : Optional.empty();
    }

    /// Whether another catalogue may stand after this.
    default boolean bringsCatalogue() {
        return this instanceof CatalogueSent || (this instanceof CataloguePartSent part && part.last());
    }
}

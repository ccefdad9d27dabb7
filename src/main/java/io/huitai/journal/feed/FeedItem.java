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
    /// The whole catalogue.
    record CatalogueSent(List<Product> products) implements FeedItem {}

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

    /// What a later value of the same key replaces.
    default String key() {
        return switch (this) {
            case CatalogueSent _ -> "catalogue";
            case OperatorsSent _ -> "operators";
            case CompaniesSent _ -> "companies";
            case MemberSent(MemberRecord member) -> memberKey(member.no());
        };
    }

    private static String memberKey(MemberNo no) {
        return "member:" + no;
    }
}

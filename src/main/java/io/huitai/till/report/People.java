package io.huitai.till.report;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.feed.FeedFile;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.Disk;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who works in a store, and where its members come from: what the feeds said, and every enrolment since.
final class People {
    /// A member as reports may show them.
    ///
    /// @param name masked
    record Known(String name, Profile.Origin origin) {}

    private final Map<OperatorId, Operator> operators = new HashMap<>();
    private final Map<MemberNo, Known> members = new HashMap<>();

    static People of(Path store, Disk disk) {
        var people = new People();
        FeedFile.readAll(Keychain.open(store, disk), disk, people::told);
        return people;
    }

    private void told(FeedItem item) {
        switch (item) {
            case FeedItem.OperatorsSent(var sent) -> sent.forEach(each -> operators.put(each.id(), each));
            case FeedItem.MemberSent(var member) -> knows(member.no(), member.profile());
            case FeedItem.CatalogueSent _, FeedItem.CataloguePartSent _, FeedItem.CompaniesSent _ -> {
                // goods and companies are nobody
            }
        }
    }

    private void knows(MemberNo no, Profile profile) {
        members.put(no, new Known(profile.maskedName(), profile.origin()));
    }

    void enrolled(Fact.MemberEnrolled enrolled) {
        knows(enrolled.member(), enrolled.profile());
    }

    Optional<Known> member(MemberNo no) {
        return Optional.ofNullable(members.get(no));
    }

    Optional<Operator> operator(OperatorId id) {
        return Optional.ofNullable(operators.get(id));
    }

    String name(OperatorId id) {
        return operator(id).map(Operator::name).orElse("");
    }
}

package io.huitai.journal;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.Profile;
import io.huitai.journal.log.CanonicalJson;
import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Who a member is, as it stands in an enrolment's body: day and origin can be read by all, the rest with the member's
/// key only. Bodies of older versions are not sealed and read as they are.
final class SealedPerson {
    private static final String PROFILE = "profile";
    private static final String SEALED = "sealed";
    private static final List<String> OPEN = List.of("joined", "origin");

    private SealedPerson() {}

    static ObjectNode seal(Fact.MemberEnrolled enrolled, MemberKey key) {
        var body = FactJson.write(enrolled);
        var person = body.path(PROFILE).asObject();
        var open = person.deepCopy().retain(OPEN);
        person.remove(OPEN);
        open.put(SEALED, key.seal(enrolled.member(), CanonicalJson.bytes(person)));
        body.set(PROFILE, open);
        return body;
    }

    static boolean isSealed(ObjectNode body) {
        return body.path(PROFILE).has(SEALED);
    }

    /// The body as it was before it was sealed; empty when the key is gone.
    ///
    /// @throws IllegalArgumentException when the key is not the one
    static Optional<ObjectNode> open(ObjectNode body, Function<MemberNo, Optional<MemberKey>> keys) {
        var member = new MemberNo(body.path("member").asString(""));
        return keys.apply(member).map(key -> {
            var profile = body.path(PROFILE).asObject();
            var whole =
                    CanonicalJson.parse(key.open(member, profile.path(SEALED).asString("")));
            whole.setAll(profile.deepCopy().retain(OPEN));
            return with(body, whole);
        });
    }

    /// The body of somebody of whom nothing is known.
    static ObjectNode nobody(ObjectNode body) {
        var open = body.path(PROFILE).asObject();
        var mapper = FactJson.mapper();
        var profile = Profile.nobody(
                mapper.treeToValue(open.path("joined"), LocalDate.class),
                mapper.treeToValue(open.path("origin"), Profile.Origin.class));
        return with(body, mapper.valueToTree(profile));
    }

    private static ObjectNode with(ObjectNode body, ObjectNode profile) {
        var other = body.deepCopy();
        other.set(PROFILE, profile);
        return other;
    }
}

package io.huitai.journal;

import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.CanonicalJson;
import io.huitai.shop.Approval;
import io.huitai.shop.StepDigest;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/// What an approval is bound to: the fact that it lets happen, as canonical JSON of its kind and body. Left out are the
/// approval itself, the lots of postings, whose ids come from the number that the entry happens to get, and the moment
/// of a bill's terms, for it passes while somebody is asked.
public final class ApprovedStep {
    private static final String APPROVAL = "approval";

    private ApprovedStep() {}

    /// The digest of a fact, whoever approves it.
    public static StepDigest digest(Fact fact) {
        return digest(fact.kind(), FactJson.write(fact));
    }

    private static StepDigest digest(String kind, ObjectNode body) {
        var does = body.deepCopy();
        does.remove(APPROVAL);
        for (var posting : does.path("postings")) {
            if (posting instanceof ObjectNode moved) {
                moved.remove("lot");
            }
        }
        if (does.path("terms") instanceof ObjectNode terms) {
            terms.remove("at");
        }
        var step = FactJson.mapper().createObjectNode();
        step.put("kind", kind);
        step.set("does", does);
        return new StepDigest(HexFormat.of().formatHex(Entry.sha256(CanonicalJson.bytes(step))));
    }

    /// @throws IllegalArgumentException when the approval in a body was given for something else
    static void check(String kind, ObjectNode body) {
        if (!body.path(APPROVAL).isObject()) {
            return;
        }
        var approval = FactJson.mapper().treeToValue(body.path(APPROVAL), Approval.class);
        approval.step().filter(given -> !given.equals(digest(kind, body))).ifPresent(_ -> {
            throw new IllegalArgumentException("The approval in this " + kind + " was given for something else");
        });
    }
}

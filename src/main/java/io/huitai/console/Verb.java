package io.huitai.console;

import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.till.Desk;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.GuestProof;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One thing the console can be asked to `do`.
interface Verb {
    String APPROVAL = "approval";
    String PROOF = "proof";

    /// Reads the request to its end, then does it, then writes what the answer adds.
    void answer(Request request, Desk desk, ObjectNode answer);

    /// A request on its way through a verb.
    final class Request {
        private final Fields fields;
        private final Lang lang;
        private Optional<ApprovalGiven> approval = Optional.empty();

        /// @param lang of texts in the answer
        Request(Fields fields, Lang lang) {
            this.fields = fields;
            this.lang = lang;
            fields.has(APPROVAL); // may stand on any request
            fields.has(PROOF);
        }

        Fields fields() {
            return fields;
        }

        Lang lang() {
            return lang;
        }

        /// The approval that stands on the request, read only when a step needs one: the same for all its steps, and
        /// so good for one of them.
        Optional<ApprovalGiven> approval() {
            if (approval.isEmpty()) {
                approval = fields.optionalObject(APPROVAL).map(given -> {
                    var read = new ApprovalGiven(given.value("operator", OperatorId::new), given.text("pin"));
                    given.done();
                    return read;
                });
            }
            return approval;
        }

        /// What the guest shows or tells to prove who they are, and who may approve it instead.
        GuestProof proof() {
            var shown = fields.optionalObject(PROOF).map(given -> {
                var card = given.optionalText("card").<GuestProof.Shown>map(GuestProof.Shown.Card::new);
                var document = given.optionalText("document").<GuestProof.Shown>map(GuestProof.Shown.Document::new);
                given.done();
                if (card.isPresent() == document.isPresent()) {
                    throw given.bad("card", Wrong.ONE_OF, "card, document");
                }
                return card.or(() -> document).orElseThrow();
            });
            return new GuestProof(shown, this::approval);
        }
    }
}

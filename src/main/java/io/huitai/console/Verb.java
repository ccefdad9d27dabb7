package io.huitai.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huitai.console.TradeWords.Secret;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.ReceiptNo;
import io.huitai.till.Desk;
import io.huitai.till.Till;
import io.huitai.till.bill.OpenBill;
import io.huitai.till.book.ApprovalGiven;
import io.huitai.till.book.Approver;
import io.huitai.till.book.GuestProof;
import io.huitai.till.member.MemberView;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One thing the console can be asked to `do`.
interface Verb {
    /// Reads the request to its end, then does it.
    ///
    /// @return what the answer adds
    ObjectNode answer(Request request, Till till);

    /// What a verb does with the fields it was asked with, at the desk or, for what takes its time, at the till.
    interface Act<T, D> {
        /// @return what is written as what the answer adds; a bill is its `bill`
        Object done(T asked, Request request, D at);
    }

    /// No fields.
    record Nothing() {}

    /// The number of what was printed.
    record Slip(ReceiptNo no) {}

    /// What came on a bill, and how it stands then; what is absent is left out.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(Optional<String> kind, Optional<ReceiptNo> receipt, Optional<MemberView> member, OpenBill bill) {
        static Shown of(String kind, OpenBill bill) {
            return new Shown(Optional.of(kind), Optional.empty(), Optional.empty(), bill);
        }

        static Shown member(Optional<String> kind, OpenBill bill) {
            return new Shown(kind, Optional.empty(), bill.member(), bill);
        }
    }

    /// All verbs by their names, and the part of the desk where those that are put in are done.
    record Table<D>(Map<String, Verb> verbs, Function<Desk, D> part) {
        <E> Table<E> at(Function<Desk, E> other) {
            return new Table<>(verbs, other);
        }

        /// A verb that is done on the till's own thread.
        <T> void put(String name, Class<T> shape, Act<T, D> act) {
            verbs.put(
                    name,
                    (request, till) -> till.perform(
                                    desk -> request.answer(act.done(request.read(shape), request, part.apply(desk))))
                            .join());
        }

        /// A verb that keeps the till waiting only as long as it says itself.
        <T> void putAside(String name, Class<T> shape, Act<T, Till> act) {
            verbs.put(name, (request, till) -> request.answer(act.done(request.read(shape), request, till)));
        }
    }

    /// A request on its way through a verb. `approval` and `proof` may stand on any, and are read only where a step
    /// needs them.
    final class Request implements Approver {
        private final Optional<JsonNode> approvalGiven;
        private final Optional<JsonNode> proofGiven;
        private final ObjectNode fields;
        private final Lang lang;
        private Optional<ApprovalGiven> approval = Optional.empty();

        /// @param lang of texts in the answer
        Request(ObjectNode fields, Lang lang) {
            this.approvalGiven = ConsoleJson.take(fields, "approval");
            this.proofGiven = ConsoleJson.take(fields, "proof");
            this.fields = fields;
            this.lang = lang;
        }

        Lang lang() {
            return lang;
        }

        /// Whether a field is there, null too: for fields where that says more than absence.
        boolean names(String field) {
            return fields.has(field);
        }

        <T> T read(Class<T> shape) {
            return ConsoleJson.read("", fields, shape);
        }

        ObjectNode answer(Object added) {
            return ConsoleJson.write(added instanceof OpenBill bill ? Map.of("bill", bill) : added, lang);
        }

        private record Approval(OperatorId operator, Secret pin) {}

        /// The approval that stands on the request: the same for all its steps, and so good for one of them.
        @Override
        public Optional<ApprovalGiven> asked() {
            if (approval.isEmpty()) {
                approval = approvalGiven
                        .map(given -> ConsoleJson.read("approval", given, Approval.class))
                        .map(given -> new ApprovalGiven(given.operator, given.pin.text()));
            }
            return approval;
        }

        private record Proof(Optional<Secret> card, Optional<Secret> document) {
            GuestProof.Shown shown() {
                if (card.isPresent() == document.isPresent()) {
                    throw new BadRequest("proof.card", Wrong.ONE_OF, "card, document");
                }
                return card.<GuestProof.Shown>map(read -> new GuestProof.Shown.Card(read.text()))
                        .orElseGet(() -> new GuestProof.Shown.Document(
                                document.orElseThrow().text()));
            }
        }

        /// What the guest shows or tells to prove who they are, and who may approve it instead.
        GuestProof proof() {
            var shown = proofGiven.map(given -> ConsoleJson.read("proof", given, Proof.class));
            return new GuestProof(shown.map(Proof::shown), this);
        }
    }
}

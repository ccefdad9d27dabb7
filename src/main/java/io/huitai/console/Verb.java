package io.huitai.console;

import io.huitai.shop.Lang;
import io.huitai.till.ApprovalGiven;
import io.huitai.till.Desk;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// One thing the console can be asked to `do`.
interface Verb {
    /// Reads the request to its end, then does it, then writes what the answer adds.
    void answer(Request request, Desk desk, ObjectNode answer);

    /// A request on its way through a verb.
    ///
    /// @param approval as it stands on the request; looked at only where one is needed
    record Request(Fields fields, Optional<ApprovalGiven> approval, Lang lang) {}
}

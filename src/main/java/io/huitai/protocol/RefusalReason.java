package io.huitai.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why head office refuses a request of a till.
public enum RefusalReason {
    /// The two sides speak different versions.
    @JsonProperty("version")
    VERSION,
    /// The request is not what the protocol says, or over its limits.
    @JsonProperty("malformed")
    MALFORMED,
    /// The till has never said hello, or is not one that this head office takes.
    @JsonProperty("unknown-till")
    UNKNOWN_TILL,
    /// Another key is registered under this store and till.
    @JsonProperty("other-key")
    OTHER_KEY,
    /// The till's epoch is not the registered one.
    @JsonProperty("epoch")
    EPOCH,
    /// Entries between what is held and what was sent are missing: send from `held` on.
    @JsonProperty("gap")
    GAP,
    /// The till's journal is not the one that head office holds the beginning of, as after a disk image was put back.
    @JsonProperty("fork")
    FORK,
    /// An entry's hash does not fit its content, or the till's key did not sign it.
    @JsonProperty("bad-signature")
    BAD_SIGNATURE,
    /// The request is not signed, or not by the key that is registered for the till that it names.
    @JsonProperty("unsigned")
    UNSIGNED,
    /// The request is signed by one till and asks in the name of another.
    @JsonProperty("other-till")
    OTHER_TILL,
    /// The request's counter is not above the last one, which `held` tells: it was sent before, or the till's clock has
    /// gone back. A till goes on above it.
    @JsonProperty("counter")
    COUNTER,
    /// The till has handed over too many keys that no entry follows.
    @JsonProperty("too-many-keys")
    TOO_MANY_KEYS;

    /// Whether sending from another number mends it.
    public boolean isGap() {
        return this == GAP;
    }
}

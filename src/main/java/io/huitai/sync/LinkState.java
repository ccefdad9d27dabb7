package io.huitai.sync;

import java.time.Instant;
import java.util.Optional;

/// How the till stands with head office.
///
/// @param since when it came to be so; empty before the first try
/// @param pending entries that head office has not acknowledged
/// @param acknowledged the last entry's number that it has, as far as this till knows
/// @param contact the last answer from head office in this process
/// @param problem what went wrong last, one English sentence; empty while on line
public record LinkState(
        Status status,
        Optional<Instant> since,
        long pending,
        long acknowledged,
        Optional<Instant> contact,
        Optional<String> problem) {
    /// How the link is.
    public enum Status {
        /// Not tried yet.
        UNKNOWN,
        ONLINE,
        OFFLINE,
        /// Head office refuses this till's entries until someone acts, as after a fork. Sales go on.
        STOPPED
    }

    public boolean isOnline() {
        return status == Status.ONLINE;
    }
}

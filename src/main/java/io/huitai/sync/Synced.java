package io.huitai.sync;

/// What one explicit sync came to.
public sealed interface Synced {
    /// Everything that was forced has been sent, and the feed is drained.
    ///
    /// @param sent entries that head office took in this sync
    /// @param received values of the feed
    /// @param pending entries that have not been sent: those that were not forced, or came meanwhile
    record Done(long sent, long received, long pending) implements Synced {}

    /// Head office was not reached, now or half-way.
    ///
    /// @param another whether something answers there that is not the head office that this till knows
    record LinkDown(String why, boolean another) implements Synced {
        public LinkDown(String why) {
            this(why, false);
        }
    }

    /// Head office refuses this till until someone acts.
    ///
    /// @param nameTaken whether it is because another till has this one's store and number there
    record Stopped(String why, boolean nameTaken) implements Synced {
        public Stopped(String why) {
            this(why, false);
        }
    }
}

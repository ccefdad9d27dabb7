package io.huitai.sync;

import io.huitai.journal.feed.FeedItem;
import java.time.Instant;
import java.util.List;

/// Where the feed goes. Called by the sync's thread only, one call at a time.
public interface Receiver {
    /// The cursor after the last values that are on the disk, "" before any.
    String cursor();

    /// Takes the next values: forces them to the disk with the cursor, then applies them. When it returns they have
    /// been applied. Values may come again, after a crash or from a head office that was put back:
    /// the later stands.
    ///
    /// @throws NotReceived when they cannot be taken now; they are asked for again, later. So too for
    /// [io.huitai.journal.log.DiskFailed] and [io.huitai.journal.log.JournalBroken]. Anything else is
    /// broken code and ends the sync.
    void receive(List<FeedItem> items, String cursor);

    /// Hears with every answer what time it is at head office.
    ///
    /// @throws NotReceived when what follows from it cannot be written now
    void headOfficeSays(Instant time);

    /// Hears with each hello which key head office signs members' codes with.
    ///
    /// @param key X.509, Base64
    /// @throws NotReceived when it cannot be kept now
    void codesAreSignedBy(String key);
}

package io.huitai.protocol;

import io.huitai.journal.fact.FactJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What till and head office have agreed on: version, paths, limits, and JSON.
///
/// Four requests, each a POST: a [HelloMessage] to [#HELLO] answers a [WelcomeMessage]; a [KeysMessage] to [#KEYS] a
/// [KeysTakenMessage]; [EntryLines] to [#ENTRIES] answer an [AcknowledgedMessage]; a [FeedRequestMessage] to [#FEED]
/// answers a [FeedMessage]. What is refused answers
/// a [RefusalMessage] with status [#REFUSED]. Every answer says in HTTP's own `Date` what time it is at head office.
public final class Protocol {
    /// The version that both sides must speak.
    public static final int VERSION = 1;

    public static final String HELLO = "/v1/hello";
    public static final String KEYS = "/v1/member-keys";
    public static final String ENTRIES = "/v1/entries";
    public static final String FEED = "/v1/feed";
    /// Of a training head office only, which asks nobody who they are.
    public static final String MEMBER_CODE = "/v1/training/member-code";

    /// The status of an answer that is a refusal: the request was understood and asking again will not help.
    public static final int REFUSED = 409;

    /// The status of an answer to what is no request of this protocol; the body is a [RefusalMessage] too.
    public static final int MALFORMED = 400;

    /// The status of an answer to a request over the limits; the body is a [RefusalMessage] too.
    public static final int TOO_LONG = 413;

    /// The longest JSON request or answer, but a feed's.
    public static final int MAX_MESSAGE_BYTES = 64 << 10;
    /// About how many bytes of entries a till sends at once; a single entry may be longer.
    public static final int UPLOAD_BYTES = 512 << 10;
    /// The most bytes of entries in one upload, unpacked. Room for the longest entry a journal takes.
    public static final int MAX_UPLOAD_BYTES = 17 << 20;
    /// The most entries in one upload.
    public static final int MAX_UPLOAD_ENTRIES = 4096;
    /// The most members' keys in one message.
    public static final int MAX_KEYS = 400;
    /// The most values in one answer of the feed.
    public static final int MAX_FEED_ITEMS = 200;
    /// After how many bytes of values an answer of the feed ends.
    public static final int FEED_BYTES = 1 << 20;
    /// The longest answer of the feed, unpacked.
    public static final int MAX_FEED_BYTES = 8 << 20;
    /// The longest cursor.
    public static final int MAX_CURSOR_LENGTH = 2048;

    // Fields that a newer side adds are passed over; what is missing or null is an error.
    private static final JsonMapper JSON = FactJson.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Protocol() {}

    /// Writes and reads the messages.
    public static JsonMapper json() {
        return JSON;
    }
}

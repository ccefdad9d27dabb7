package io.huitai.sync;

import io.huitai.journal.Entry;
import io.huitai.journal.Journal;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.feed.FeedJson;
import io.huitai.protocol.AcknowledgedMessage;
import io.huitai.protocol.FeedMessage;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.HelloMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.KeysTakenMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalMessage;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.WelcomeMessage;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.protocol.client.LinkDown;
import io.huitai.protocol.client.NotTheHeadOffice;
import io.huitai.protocol.client.Reply;
import io.huitai.shop.MemberNo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Once hello, the journal up, the feed down. Holds one upload or one answer of the feed in memory.
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final int KEPT_EVERY = 1000;
    private static final String ENROLLED = "\"kind\":\"" + Fact.MemberEnrolled.class.getSimpleName() + "\"";

    private final Sync.Settings settings;
    private final Journal journal;
    private final Acknowledged acknowledged;
    private final HeadOfficeClient client;
    private final Receiver receiver;
    private boolean greeted;
    private boolean mended;
    private boolean nameTaken;
    private long sent;
    private long received;

    Round(
            Sync.Settings settings,
            Journal journal,
            Acknowledged acknowledged,
            HeadOfficeClient client,
            Receiver receiver) {
        this.settings = settings;
        this.journal = journal;
        this.acknowledged = acknowledged;
        this.client = client;
        this.receiver = receiver;
    }

    /// Runs one round; where the last one went well it may go without a hello.
    ///
    /// @param answered called after each answer of head office
    Synced run(boolean hello, Runnable answered) {
        sent = 0;
        received = 0;
        mended = false;
        nameTaken = false;
        var went = tried(hello, answered);
        greeted = went instanceof Synced.Done;
        if (greeted) {
            journal.confirm(); // head office holds all of it, and nothing else of this till
        }
        return went;
    }

    private Synced tried(boolean hello, Runnable told) {
        Runnable answered = () -> {
            told.run();
            client.time().ifPresent(receiver::headOfficeSays);
        };
        try {
            var refused = hello || !greeted ? hello() : Optional.<String>empty();
            answered.run();
            if (refused.isEmpty()) {
                refused = upload(answered);
            }
            if (refused.isEmpty()) {
                refused = drain(answered);
            }
            return refused.<Synced>map(why -> new Synced.Stopped(why, nameTaken))
                    .orElseGet(() -> new Synced.Done(sent, received, journal.entries() - acknowledged.number()));
        } catch (NotTheHeadOffice e) {
            return new Synced.LinkDown(String.valueOf(e.getMessage()), true);
        } catch (LinkDown e) {
            return new Synced.LinkDown(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> hello() throws LinkDown {
        var identity = journal.identity();
        var key = Base64.getEncoder().encodeToString(journal.key().publicKey().getEncoded());
        var hello = new HelloMessage(
                Protocol.VERSION,
                identity.store(),
                identity.till(),
                identity.epoch(),
                key,
                settings.training(),
                settings.programme(),
                settings.firstTier(),
                journal.forced());
        return switch (client.hello(hello)) {
            case Reply.Refused<WelcomeMessage>(var refusal) -> {
                nameTaken = refusal.reason() == RefusalReason.OTHER_KEY;
                yield refused(refusal);
            }
            case Reply.Accepted<WelcomeMessage>(var welcome) -> {
                acknowledged.advance(welcome.held());
                receiver.codesAreSignedBy(welcome.codeKey());
                yield sameHead(welcome);
            }
        };
    }

    /// Where head office holds another entry under our number, it is sent ours, so that it rings there.
    private Optional<String> sameHead(WelcomeMessage welcome) throws LinkDown {
        if (welcome.held() == 0) {
            return Optional.empty();
        }
        var ours = journal.stored(welcome.held(), 1);
        if (ours.isEmpty()) {
            return Optional.of("Head office holds entry " + welcome.held() + ", which is not in the journal");
        }
        if (Entry.parse(ours.getFirst()).hash().equals(welcome.head())) {
            return Optional.empty();
        }
        var why = "Head office holds another entry " + welcome.held();
        return switch (client.send(ours)) {
            case Reply.Refused<AcknowledgedMessage>(var refusal) -> refused(refusal);
            case Reply.Accepted<AcknowledgedMessage> _ -> Optional.of(why);
        };
    }

    private Optional<String> upload(Runnable answered) throws LinkDown {
        long until = journal.forced();
        while (acknowledged.number() < until) {
            var batch = batch();
            var refused = handOver(batch);
            if (refused.isPresent()) {
                return refused;
            }
            switch (client.send(batch)) {
                case Reply.Accepted<AcknowledgedMessage>(var message) -> refused = took(message.held());
                case Reply.Refused<AcknowledgedMessage>(var refusal)
                when refusal.reason().isGap() && !mended -> {
                    // Head office was put back to an earlier state: it gets again what it has lost.
                    mended = true;
                    acknowledged.advance(refusal.held());
                }
                case Reply.Refused<AcknowledgedMessage>(var refusal) -> refused = refused(refusal);
            }
            answered.run();
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /// Before the entries that are sealed with them, the keys of the members whom they enrol.
    private Optional<String> handOver(List<byte[]> batch) throws LinkDown {
        var keys = batch.stream()
                .filter(line -> new String(line, StandardCharsets.UTF_8).contains(ENROLLED))
                .map(Entry::parse)
                .flatMap(entry -> key(entry).stream())
                .toList();
        for (int from = 0; from < keys.size(); from += Protocol.MAX_KEYS) {
            var part = keys.subList(from, Math.min(keys.size(), from + Protocol.MAX_KEYS));
            var identity = journal.identity();
            var message = new KeysMessage(Protocol.VERSION, identity.store(), identity.till(), part);
            if (client.keys(message) instanceof Reply.Refused<KeysTakenMessage>(var refusal)) {
                return refused(refusal);
            }
        }
        return Optional.empty();
    }

    private Optional<KeysMessage.Key> key(Entry entry) {
        var member = new MemberNo(entry.body().path("member").asString(""));
        return journal.memberKeys().of(member).map(key -> new KeysMessage.Key(member, key.base64()));
    }

    private Optional<String> took(long held) {
        long before = acknowledged.number();
        if (held <= before || held > journal.forced()) {
            return Optional.of("Head office acknowledges entry " + held + " where " + before + " and more was sent");
        }
        sent += held - before;
        acknowledged.advance(held);
        acknowledged.keep(KEPT_EVERY);
        return Optional.empty();
    }

    private List<byte[]> batch() {
        var lines = journal.stored(acknowledged.number() + 1, Protocol.UPLOAD_BYTES);
        return lines.subList(0, Math.min(lines.size(), Protocol.MAX_UPLOAD_ENTRIES));
    }

    private Optional<String> drain(Runnable answered) throws LinkDown {
        boolean more = true;
        while (more) {
            var reply = client.feed(request());
            answered.run();
            switch (reply) {
                case Reply.Refused<FeedMessage>(var refusal) -> {
                    return refused(refusal);
                }
                case Reply.Accepted<FeedMessage>(var feed) -> {
                    var items = items(feed.items());
                    if (items.isEmpty()) {
                        return Optional.of("Head office sends what only a newer version of this till understands");
                    }
                    receive(items.get(), feed.cursor());
                    more = feed.more();
                }
            }
        }
        return Optional.empty();
    }

    private void receive(List<FeedItem> items, String cursor) {
        if (!items.isEmpty() || !cursor.equals(receiver.cursor())) {
            receiver.receive(items, cursor);
            received += items.size();
        }
    }

    private FeedRequestMessage request() {
        var identity = journal.identity();
        return new FeedRequestMessage(
                Protocol.VERSION, identity.store(), identity.till(), receiver.cursor(), Protocol.MAX_FEED_ITEMS);
    }

    /// Empty when one of them is not known here: then none is taken, lest the cursor pass it by.
    private static Optional<List<FeedItem>> items(List<ObjectNode> sent) {
        try {
            return Optional.of(sent.stream().map(FeedJson::read).toList());
        } catch (IllegalArgumentException | JacksonException e) {
            LOG.error("The feed cannot be read", e);
            return Optional.empty();
        }
    }

    private Optional<String> refused(RefusalMessage refusal) {
        if (refusal.reason() == RefusalReason.FORK) {
            journal.doubt();
        }
        return Optional.of(refusal.reason() + ": " + refusal.text());
    }
}

package io.huitai;

import io.huitai.console.Console;
import io.huitai.journal.feed.Feed;
import io.huitai.journal.feed.FeedItem;
import io.huitai.journal.log.SystemDisk;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.sync.Acknowledged;
import io.huitai.sync.CallingTill;
import io.huitai.sync.LinkState;
import io.huitai.sync.NotReceived;
import io.huitai.sync.Pauses;
import io.huitai.sync.Receiver;
import io.huitai.sync.Sync;
import io.huitai.till.Till;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/// One till with its line to head office, put together for a front.
final class Wiring implements Console.Link, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Till till;
    private final Optional<Sync> sync;

    Wiring(Path store, TillOptions options) {
        this(store, options, InstantSource.system(), System::nanoTime);
    }

    /// With other clocks than the computer's, as trials want it.
    Wiring(Path store, TillOptions options, InstantSource wall, LongSupplier steadyNanos) {
        till = Till.open(options.opening(store), wall, steadyNanos);
        sync = options.headOffice().map(address -> sync(store, address, options.automatic()));
        sync.ifPresent(running -> till.whenForced(running::nudge));
    }

    private Sync sync(Path store, URI address, boolean automatic) {
        var programme = till.programme();
        return Sync.start(
                new Sync.Settings(
                        till.settings().training(),
                        programme.id(),
                        programme.firstTier().id(),
                        automatic,
                        Pauses.usual(new SecureRandom())),
                till.journal(),
                Acknowledged.open(store, new SystemDisk()),
                HeadOfficeClient.of(address, PATIENCE, CallingTill.training(till.journal(), InstantSource.system())),
                receiver(),
                InstantSource.system());
    }

    private Receiver receiver() {
        return new Receiver() {
            @Override
            public String cursor() {
                return till.cursor(Feed.HEAD_OFFICE);
            }

            @Override
            public void receive(List<FeedItem> items, String cursor) {
                take("the feed", () -> till.receive(Feed.HEAD_OFFICE, items, cursor));
            }

            @Override
            public void headOfficeSays(Instant time) {
                take(
                        "head office's time",
                        () -> till.perform(desk -> {
                                    desk.shift().clockCheck().headOfficeSays(time);
                                    return time;
                                })
                                .join());
            }

            @Override
            public void codesAreSignedBy(String key) {
                take(
                        "the key of members' codes",
                        () -> till.perform(desk -> {
                                    desk.bill().readings().codesAreSignedBy(key);
                                    return key;
                                })
                                .join());
            }

            private void take(String what, Runnable taking) {
                try {
                    taking.run();
                } catch (CompletionException notNow) {
                    throw new NotReceived("The till could not take " + what, notNow.getCause());
                } catch (RuntimeException notNow) {
                    throw new NotReceived("The till could not take " + what, notNow);
                }
            }
        };
    }

    Till till() {
        return till;
    }

    /// How the till stands with head office; empty where it has none.
    Optional<LinkState> link() {
        return sync.map(Sync::state);
    }

    @Override
    public boolean online() {
        return link().filter(LinkState::isOnline).isPresent();
    }

    @Override
    public long pending() {
        return link().map(LinkState::pending).orElse(0L);
    }

    @Override
    public Synced sync() {
        var running = sync.orElseThrow(() -> Refusal.of(ErrorCode.LINK_DOWN));
        till.force();
        return switch (running.syncNow()) {
            case io.huitai.sync.Synced.Done(var sent, var received, var pending) -> new Synced(sent, received, pending);
            case io.huitai.sync.Synced.LinkDown down ->
                throw down.another()
                        ? Refusal.worded(ErrorCode.LINK_DOWN, "otherHeadOffice")
                        : Refusal.of(ErrorCode.LINK_DOWN);
            case io.huitai.sync.Synced.Stopped stopped ->
                throw stopped.nameTaken()
                        ? Refusal.worded(ErrorCode.LINK_DOWN, "nameTaken")
                        : Refusal.of(ErrorCode.LINK_DOWN);
        };
    }

    @Override
    public void close() {
        try (till) {
            sync.ifPresent(Sync::close);
        }
    }
}

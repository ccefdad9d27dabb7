package io.huitai.sync;

import io.huitai.journal.Journal;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.JournalBroken;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.shop.id.ProgrammeId;
import io.huitai.shop.id.TierId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the journal to head office and fetches the feed, on a thread and a connection of its own: nothing at the till
/// waits for it, and a backlog costs no memory.
///
/// It may be stopped or killed at any point: head office takes each entry once, and says at every hello how far it has
/// got. Only entries that are on the disk for certain are sent.
public final class Sync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    private final Settings settings;
    private final Journal journal;
    private final Acknowledged acknowledged;
    private final HeadOfficeClient client;
    private final InstantSource clock;
    private final Round round;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final List<CompletableFuture<Synced>> asked = new ArrayList<>();
    private boolean nudged;
    private volatile boolean closed;
    private boolean ended;
    private int failures;

    private final List<Consumer<LinkState>> watchers = new CopyOnWriteArrayList<>();
    private volatile Seen seen =
            new Seen(LinkState.Status.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

    /// What the till tells head office of itself, and how often it tries.
    ///
    /// @param firstTier the programme's tier of new members
    /// @param automatic whether it syncs by itself; else only when asked by [#syncNow()]
    public record Settings(
            boolean training, ProgrammeId programme, TierId firstTier, boolean automatic, Pauses pauses) {}

    private record Seen(
            LinkState.Status status, Optional<Instant> since, Optional<Instant> contact, Optional<String> problem) {}

    private Sync(
            Settings settings,
            Journal journal,
            Acknowledged acknowledged,
            HeadOfficeClient client,
            Receiver receiver,
            InstantSource clock) {
        this.settings = settings;
        this.journal = journal;
        this.acknowledged = acknowledged;
        this.client = client;
        this.clock = clock;
        this.round = new Round(settings, journal, acknowledged, client, receiver);
        this.thread = new Thread(this::run, "sync");
        this.thread.setDaemon(true);
        this.thread.setUncaughtExceptionHandler((_, e) -> LOG.error("Sync has ended; the till sells on", e));
    }

    /// Starts the thread. The client is closed with it.
    ///
    /// @param clock for what [LinkState] shows only
    public static Sync start(
            Settings settings,
            Journal journal,
            Acknowledged acknowledged,
            HeadOfficeClient client,
            Receiver receiver,
            InstantSource clock) {
        var sync = new Sync(settings, journal, acknowledged, client, receiver, clock);
        sync.thread.start();
        return sync;
    }

    /// Says hello, sends everything that is forced now, and drains the feed, however long ago the last failure was;
    /// waits until that is done. Not on the thread that [Receiver#receive] waits for. Throws [DiskFailed],
    /// [JournalBroken], [NotReceived] where this till could not read or write its own.
    public Synced syncNow() {
        var answer = new CompletableFuture<Synced>();
        lock.lock();
        try {
            if (ended || closed) {
                return new Synced.Stopped("Sync has ended");
            }
            asked.add(answer);
            work.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw e;
        }
    }

    /// Says that there is something to send. Never waits.
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How the till stands with head office now. Any thread.
    public LinkState state() {
        var now = seen;
        long held = acknowledged.number();
        return new LinkState(
                now.status, now.since, Math.max(0, journal.entries() - held), held, now.contact, now.problem);
    }

    /// Calls back on the sync's thread whenever the state has changed. What it calls must not wait.
    public void watch(Consumer<LinkState> watcher) {
        watchers.add(watcher);
    }

    /// Breaks off what is under way and ends the thread; what was not acknowledged is sent next time. Whoever waits in
    /// [#syncNow()] is told. Waits for a [Receiver#receive] under way, so close it before what that one needs.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        client.cancel();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the thread may hold the journal's files: it is waited for
            }
        }
        client.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (var waiting = next(); !closed; waiting = next()) {
                turn(waiting);
            }
            acknowledged.keep(1);
        } catch (DiskFailed e) {
            LOG.warn("What head office has acknowledged could not be noted", e);
        } finally {
            end();
        }
    }

    /// Waits until there is something to do, and takes those who asked for it.
    private List<CompletableFuture<Synced>> next() {
        lock.lock();
        try {
            long nanos = pause().toNanos();
            while (!closed && asked.isEmpty() && !due() && (nanos > 0 || !settings.automatic())) {
                nanos = work.awaitNanos(settings.automatic() ? nanos : TimeUnit.DAYS.toNanos(1));
            }
            nudged = false;
            return closed ? List.of() : taken();
        } catch (InterruptedException e) {
            closed = true; // nobody interrupts this thread but to end it
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private boolean due() {
        return settings.automatic() && nudged && failures == 0;
    }

    private Duration pause() {
        if (seen.status == LinkState.Status.UNKNOWN) {
            return Duration.ZERO;
        }
        return failures == 0 ? settings.pauses().idle() : settings.pauses().after(failures);
    }

    private List<CompletableFuture<Synced>> taken() {
        var taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    private void turn(List<CompletableFuture<Synced>> waiting) {
        boolean told = false;
        try {
            var went = round.run(!waiting.isEmpty(), this::answered);
            after(went);
            acknowledged.keep(waiting.isEmpty() && went instanceof Synced.Done ? Long.MAX_VALUE : 1);
            waiting.forEach(each -> each.complete(went));
            told = true;
        } catch (DiskFailed | JournalBroken | NotReceived e) {
            failures++;
            LOG.error("Sync cannot go on at this till", e);
            become(LinkState.Status.OFFLINE, Optional.of(String.valueOf(e.getMessage())));
            waiting.forEach(each -> each.completeExceptionally(e));
            told = true;
        } finally {
            if (!told) {
                waiting.forEach(each -> each.complete(new Synced.Stopped("Sync has ended")));
            }
        }
    }

    private void answered() {
        seen = new Seen(seen.status, seen.since, Optional.of(clock.instant()), seen.problem);
        tell();
    }

    private void after(Synced went) {
        switch (went) {
            case Synced.Done _ -> {
                failures = 0;
                become(LinkState.Status.ONLINE, Optional.empty());
            }
            case Synced.LinkDown down -> failed(LinkState.Status.OFFLINE, down.why());
            case Synced.Stopped stopped -> failed(LinkState.Status.STOPPED, stopped.why());
        }
    }

    private void failed(LinkState.Status status, String why) {
        failures++;
        become(status, Optional.of(why));
    }

    private void become(LinkState.Status status, Optional<String> problem) {
        boolean same = seen.status == status;
        if (!same) {
            LOG.info(
                    "Link to head office: {}{}",
                    status,
                    problem.map(why -> ", " + why).orElse(""));
        }
        seen = new Seen(status, same ? seen.since : Optional.of(clock.instant()), seen.contact, problem);
        tell();
    }

    private void tell() {
        var now = state();
        watchers.forEach(watcher -> watcher.accept(now));
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            taken().forEach(each -> each.complete(new Synced.Stopped("Sync has ended")));
        } finally {
            lock.unlock();
        }
        if (!closed) {
            seen = new Seen(
                    LinkState.Status.STOPPED,
                    Optional.of(clock.instant()),
                    seen.contact,
                    Optional.of("Sync has ended"));
            tell();
        }
    }
}

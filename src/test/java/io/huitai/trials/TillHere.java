package io.huitai.trials;

import io.huitai.console.Console;
import io.huitai.journal.log.Disk;
import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.Till;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.till.settings.Opening;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A till in this process, on a real store directory, spoken to through its console.
final class TillHere implements SpokenTill {
    private static final Instant NOON = Instant.parse("2026-05-04T04:00:00Z");

    private final Till till;
    private final Console console;

    private TillHere(Till till, Lang lang) {
        this.till = till;
        this.console = new Console(till, new NoLine(), lang);
    }

    /// Speaks to a till that is open.
    static TillHere on(Till till, Lang lang) {
        return new TillHere(till, lang);
    }

    /// Opens a store directory.
    ///
    /// @param headOffice whether it belongs to one (there is no line to it here)
    static TillHere open(Path store, boolean headOffice) {
        return new TillHere(Till.open(opening(store, headOffice), InstantSource.system()), Lang.ZH);
    }

    /// Opens a store directory with its journal and feeds on another disk.
    static TillHere open(Path store, Disk disk) {
        return new TillHere(Till.open(opening(store, false), InstantSource.system(), () -> 0, disk), Lang.ZH);
    }

    static Opening opening(Path store, boolean headOffice) {
        return new Opening(
                store,
                new StoreId("S001"),
                new TillId("T1"),
                OutletKind.RESTAURANT,
                "standard-card",
                Lang.ZH,
                headOffice,
                Optional.of(NOON));
    }

    Till till() {
        return till;
    }

    @Override
    public ObjectNode answer(ObjectNode request) {
        var out = new ByteArrayOutputStream();
        try {
            console.run(new ByteArrayInputStream((request + "\n").getBytes(StandardCharsets.UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.parse(out.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        till.close();
    }

    private static final class NoLine implements Console.Link {
        @Override
        public boolean online() {
            return false;
        }

        @Override
        public long pending() {
            return 0;
        }

        @Override
        public Synced sync() {
            throw Refusal.of(ErrorCode.LINK_DOWN);
        }
    }
}

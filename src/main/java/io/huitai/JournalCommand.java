package io.huitai;

import io.huitai.intake.Outside;
import io.huitai.intake.UnfitFile;
import io.huitai.journal.TillKey;
import io.huitai.journal.Verification;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.AccountPlace;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `huitai journal`: looks at a till's journal without starting the till.
@Command(name = "journal", description = "Look at a till's journal.", mixinStandardHelpOptions = true)
public final class JournalCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private static final int MOST_KEY_BYTES = 1 << 16;

    private final InputStream in;

    public JournalCommand() {
        this(System.in);
    }

    JournalCommand(InputStream in) {
        this.in = in;
    }

    /// Prints what the console's `journal-verify` answers, as one line of JSON; 0 when intact, 1 when not. Takes no
    /// lock and changes nothing; the torn end of a write that was cut short is told on standard error.
    @Command(
            name = "verify",
            description = "Read the whole journal and check frames, numbers, chain, hashes and signatures.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description =
                                    "The till's public key, as 'journal key' prints it: for a copy without the till.")
                    @Nullable
                    Path key)
            throws IOException {
        if (!Files.isDirectory(store.resolve("journal")) && !Files.exists(store.resolve("anchor"))) {
            throw new ParameterException(spec.commandLine(), "There is no journal in " + store);
        }
        var found = Verification.of(
                store,
                AccountPlace.ofAccount(),
                new SystemDisk(),
                Optional.ofNullable(key).map(this::publicKey));
        spec.commandLine().getOut().println(json(found));
        spec.commandLine().getOut().flush();
        if (found.torn() > 0 && found.intact()) {
            spec.commandLine()
                    .getErr()
                    .println("The last " + found.torn() + " bytes are a write that was cut short and never"
                            + " acknowledged; the till cuts them off when it starts.");
        }
        return found.intact() ? 0 : 1;
    }

    private String pin() throws IOException {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            return new String(terminal.get().readPassword("PIN: "));
        }
        var line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line.strip();
    }

    private PublicKey publicKey(Path file) {
        try {
            return TillKey.publicKeyOf(Outside.text(file, MOST_KEY_BYTES));
        } catch (UnfitFile | IllegalArgumentException unfit) {
            throw new ParameterException(
                    spec.commandLine(), "--key " + file + " is not a till's public key: " + unfit.getMessage());
        }
    }

    /// Prints the till's public key, to be kept where copies of its journal are checked.
    @Command(
            name = "key",
            description = "Print the till's public key (PEM), for 'journal verify --key'.",
            mixinStandardHelpOptions = true)
    int key(
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store) {
        spec.commandLine()
                .getOut()
                .print(TillKey.of(Keychain.open(store, new SystemDisk())).publicPem());
        spec.commandLine().getOut().flush();
        return 0;
    }

    /// A manager answers for it that no other till runs from this store directory, which was copied, moved or put
    /// back: members may spend here again what they have. The PIN is asked for on the terminal; without one it is
    /// the first line of standard input.
    @Command(
            name = "confirm",
            description = "Confirm that a copied, moved or restored store directory is the only one of its till.",
            mixinStandardHelpOptions = true)
    int confirm(
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store,
            @Option(names = "--operator", required = true, paramLabel = "ID", description = "A manager.")
                    String operator)
            throws IOException {
        var pin = pin();
        var options = new TillOptions();
        try (var till = Till.open(options.opening(store), InstantSource.system(), System::nanoTime)) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId(operator), pin);
                        desk.confirmJournal();
                        return desk.isAsleep();
                    })
                    .join();
        }
        spec.commandLine().getOut().println("confirmed");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static ObjectNode json(Verification found) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("entries", found.entries())
                .put("head", found.head())
                .put("intact", found.intact());
        json.set("first", found.first().map(JournalCommand::json).orElse(null));
        return json;
    }

    private static ObjectNode json(Damage first) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("entry", first.number())
                .put("why", first.why());
    }
}

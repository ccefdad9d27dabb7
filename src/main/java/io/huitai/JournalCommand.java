package io.huitai;

import io.huitai.journal.Verification;
import io.huitai.journal.log.Damage;
import io.huitai.journal.log.SystemDisk;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Prints what the console's `journal-verify` answers, as one line of JSON; 0 when intact, 1 when not. Takes no
    /// lock and changes nothing; the torn end of a write that was cut short is told on standard error.
    @Command(
            name = "verify",
            description = "Read the whole journal and check frames, numbers, chain, hashes and signatures.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(names = "--store", required = true, paramLabel = "DIR", description = "The store directory.")
                    Path store) {
        if (!Files.isDirectory(store.resolve("journal")) && !Files.exists(store.resolve("anchor"))) {
            throw new ParameterException(spec.commandLine(), "There is no journal in " + store);
        }
        var found = Verification.of(store, new SystemDisk());
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

package io.huitai;

import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command line: wires the rooms together and starts a front.
@Command(
        name = "huitai",
        mixinStandardHelpOptions = true,
        version = "huitai 0.1.0",
        description = "Huitai 会台, an offline-first till.",
        subcommands = {
            ConsoleCommand.class,
            QuoteCommand.class,
            JournalCommand.class,
            MemberCodeCommand.class,
            DeviceCommand.class,
            ProgrammeCommand.class,
            ReportCommand.class,
            MembersCommand.class,
            DemoCommand.class,
            StartCommand.class
        })
public final class Huitai implements Callable<Integer> {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "The store directory; without it, the platform's data folder.")
    private @Nullable Path store;

    @Mixin
    private TillOptions options = new TillOptions();

    private Huitai() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var headOffice = new HeadOfficeCommand(tier -> TrainingStore.demoMembers(DemoData.read(), tier), System.out);
        var commandLine = new CommandLine(new Huitai()).addSubcommand(headOffice);
        return commandLine.setExecutionExceptionHandler((failure, commands, _) -> {
            var words = commands.getErr();
            words.println(NotStarted.say(failure, NotStarted.lang(commands)));
            words.flush();
            return 1;
        });
    }

    /// Opens the window.
    @Override
    public Integer call() throws IOException, InterruptedException {
        return TillWindow.open(store == null ? TillWindow.usualStore() : store, options);
    }
}

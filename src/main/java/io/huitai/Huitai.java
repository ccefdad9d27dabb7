package io.huitai;

import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.training.DemoData;
import io.huitai.till.training.TrainingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
        commandLine.registerConverter(TierId.class, named(TierId::new));
        commandLine.registerConverter(VoucherTypeId.class, named(VoucherTypeId::new));
        return commandLine.setExecutionExceptionHandler((failure, commands, _) -> {
            var words = commands.getErr();
            words.println(NotStarted.say(failure, NotStarted.lang(commands)));
            words.flush();
            return 1;
        });
    }

    private static <T> ITypeConverter<T> named(Function<String, T> id) {
        return written -> {
            try {
                return id.apply(written);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        };
    }

    /// Opens the window.
    @Override
    public Integer call() throws IOException, InterruptedException {
        return TillWindow.open(store == null ? TillWindow.usualStore() : store, options);
    }
}

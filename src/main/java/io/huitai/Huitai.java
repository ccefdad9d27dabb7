package io.huitai;

import io.huitai.journal.TillTaken;
import io.huitai.shop.Lang;
import io.huitai.till.ErrorCode;
import io.huitai.till.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line: wires the rooms together and starts a front.
@Command(
        name = "huitai",
        mixinStandardHelpOptions = true,
        version = "huitai 0.1.0",
        description = "Huitai 会台, an offline-first till.",
        subcommands = {ConsoleCommand.class, QuoteCommand.class, JournalCommand.class, DemoCommand.class})
public final class Huitai implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Huitai() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Huitai()).setExecutionExceptionHandler((failure, commands, _) -> {
            var words = commands.getErr();
            switch (failure) {
                case Refusal refusal -> words.println(refusal.code() + ": " + refusal.text(Lang.EN));
                case TillTaken taken -> words.println(ErrorCode.TILL_TAKEN + ": " + taken.getMessage());
                default -> failure.printStackTrace(words);
            }
            words.flush();
            return 1;
        });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

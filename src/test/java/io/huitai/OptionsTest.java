package io.huitai;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Every option and parameter of every command is of a type that the command line can read.
class OptionsTest {
    private static Stream<CommandLine> withCommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(OptionsTest::withCommands));
    }

    @TestFactory
    Stream<DynamicTest> whateverStandsThereIsReadOrItsValueIsRefused() {
        return withCommands(Huitai.commandLine())
                .flatMap(command -> command.getCommandSpec().args().stream()
                        .filter(arg -> arg.arity().max() > 0)
                        .map(arg -> words(command, arg)))
                .map(words -> DynamicTest.dynamicTest(
                        String.join(" ", words),
                        () -> assertThatCode(() -> parsed(words)).doesNotThrowAnyException()));
    }

    private static List<String> words(CommandLine command, ArgSpec arg) {
        var words =
                new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ", -1)));
        words.removeFirst();
        if (arg instanceof OptionSpec option) {
            words.add(option.longestName());
        }
        words.add("gold");
        return words;
    }

    /// Parses a made-up value; one that is refused as such, or without what else must be there, is read well enough.
    private static void parsed(List<String> words) {
        try {
            Huitai.commandLine().parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.MissingTypeConverterException unread) {
            throw unread;
        } catch (ParameterException told) {
            // As a person would be told of it.
        }
    }
}

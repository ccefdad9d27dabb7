package io.huitai;

import io.huitai.console.BadRequest;
import io.huitai.console.QuoteAnswer;
import io.huitai.console.QuoteAsked;
import io.huitai.console.QuoteInWords;
import io.huitai.console.RequestLines;
import io.huitai.journal.log.SystemDisk;
import io.huitai.programme.file.BadProgramme;
import io.huitai.programme.file.CalendarFile;
import io.huitai.programme.file.Programmes;
import io.huitai.shop.WorkingDays;
import io.huitai.till.past.PastSales;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ObjectNode;

/// `huitai quote`: prices requests from standard input. Input and output are UTF-8 whatever the locale.
@Command(name = "quote", description = "Prices a bill (JSON on standard input) and prints the quote.")
final class QuoteCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int OTHERWISE = 1;
    private static final int BAD_INPUT = 2;

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Programmes programmes = new Programmes();

    @Mixin
    private InLanguage spoken = new InLanguage();

    @ArgGroup
    private Manner manner = new Manner();

    /// How it answers, where not with one JSON object.
    static final class Manner {
        @Option(names = "--batch", description = "One request a line, one answer a line.")
        private boolean batch;

        @Option(names = "--explain", description = "Tells the quote in words, and what would help the guest.")
        private boolean explain;
    }

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            converter = CalendarOption.class,
            description = "Holidays and working weekends of the outlet; without it Saturdays and Sundays are free.")
    private WorkingDays calendar = WorkingDays.WEEKDAYS;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "With --receipt: the store directory that sold it; a till may be running there.")
    private @Nullable Path store;

    @Option(
            names = "--receipt",
            paramLabel = "NO",
            description = "Price this sale once more, by the version of the programme that it was sold under.")
    private @Nullable String receipt;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    QuoteCommand() {
        this(System.in, System.out, System.err);
    }

    QuoteCommand(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        if (store != null && receipt != null) {
            return again(store, receipt);
        }
        if (store != null || receipt != null) {
            throw new ParameterException(spec.commandLine(), "--store and --receipt go together");
        }
        return manner.batch ? many() : one();
    }

    /// Prices a sale of a store once more; 1 where it does not come out as it was sold.
    private int again(Path directory, String number) throws IOException {
        var past = PastSales.find(directory, new SystemDisk(), number);
        if (past.isEmpty()) {
            write(err, "UNKNOWN_RECEIPT receipt: '" + number + "' is not in the journal of " + directory + "\n");
            return BAD_INPUT;
        }
        var quote = past.get().bill().under(past.get().programme());
        write(out, QuoteAnswer.of(quote, spoken.lang()) + "\n");
        if (!past.get().agreesWith(quote)) {
            write(err, "Receipt " + number + " was sold otherwise: its net prices, reasons or points differ\n");
            return OTHERWISE;
        }
        return GOOD;
    }

    private int one() throws IOException {
        try {
            var request = RequestLines.whole(in);
            write(out, manner.explain ? words(request) : answer(request) + "\n");
            return GOOD;
        } catch (BadRequest bad) {
            write(err, bad.code() + " " + bad.message(spoken.lang()) + "\n");
            return BAD_INPUT;
        }
    }

    private int many() throws IOException {
        var requests = new RequestLines(in);
        var answers = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        while (requests.next()) {
            answers.write(answerOrError(requests).toString());
            answers.write('\n');
            if (requests.idle()) {
                answers.flush();
            }
        }
        answers.flush();
        return GOOD;
    }

    private ObjectNode answerOrError(RequestLines requests) {
        try {
            return answer(requests.text());
        } catch (BadRequest bad) {
            return QuoteAnswer.error(bad, spoken.lang());
        }
    }

    private ObjectNode answer(String request) {
        return QuoteAnswer.of(QuoteAsked.read(request, programmes, calendar).quote(), spoken.lang());
    }

    private String words(String text) {
        var asked = QuoteAsked.read(text, programmes, calendar);
        var quote = asked.quote();
        return QuoteInWords.of(quote, asked.hints(quote), spoken.lang());
    }

    private static void write(OutputStream stream, String text) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write(text);
        writer.flush();
    }

    /// Reads `--calendar`.
    static final class CalendarOption implements ITypeConverter<WorkingDays> {
        @Override
        public WorkingDays convert(String value) {
            try {
                return CalendarFile.read(Path.of(value));
            } catch (BadProgramme wrong) {
                throw new TypeConversionException(wrong.message());
            } catch (InvalidPathException none) {
                throw new TypeConversionException("'" + value + "' is no file name");
            }
        }
    }
}

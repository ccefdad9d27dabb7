package io.huitai;

import io.huitai.headoffice.HeadOffice;
import io.huitai.headoffice.HeadOfficeFailed;
import io.huitai.intake.Bounds;
import io.huitai.intake.Outside;
import io.huitai.intake.UnfitFile;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.TillName;
import io.huitai.shop.Product;
import io.huitai.shop.Sku;
import io.huitai.shop.id.TierId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/// `huitai head-office`: runs until its process is ended. Standard output carries the line `ready …` and no other.
@Command(
        name = "head-office",
        mixinStandardHelpOptions = true,
        description = "Runs a head office; prints 'ready http://127.0.0.1:PORT' when it listens.")
public final class HeadOfficeCommand implements Callable<Integer> {
    private final Function<TierId, List<MemberRecord>> demoMembers;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--training", description = "Takes training tills, on loopback only.")
    private boolean training;

    @ArgGroup(multiplicity = "1")
    private Database database = new Database();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where --embedded keeps its database.")
    private @Nullable Path directory;

    @Option(names = "--port", required = true, paramLabel = "N", description = "0 for any free port.")
    private int port;

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "Sends all tills these products: one a line, in JSON as the feed has them.")
    private @Nullable Path catalogue;

    @Option(
            names = "--release",
            paramLabel = "STORE/TILL",
            description = "Gives the name back that another till has taken; not where that till has sent entries.")
    private @Nullable String release;

    private static final class Database {
        @Option(names = "--embedded", required = true, description = "Keeps everything in H2 under --dir.")
        private boolean embedded;

        @Option(names = "--database", required = true, paramLabel = "JDBC-URL", description = "A PostgreSQL.")
        private @Nullable String url;
    }

    /// @param demoMembers the members of a training chain with nothing on their accounts, by the tier that they begin
    /// in
    /// @param out standard output
    public HeadOfficeCommand(Function<TierId, List<MemberRecord>> demoMembers, PrintStream out) {
        this.demoMembers = demoMembers;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!training) {
            throw wrong("Only --training head offices can be run so far");
        }
        System.setProperty("huitai.log.stderr", "on");
        Logs.quietServer();
        var settings = new HeadOffice.Settings(jdbcUrl(), port, demoMembers);
        var products = catalogue == null ? Optional.<List<Product>>empty() : Optional.of(products(catalogue));
        var released = release == null ? Optional.<TillName>empty() : Optional.of(till(release));
        HeadOffice office;
        try {
            office = HeadOffice.open(settings, InstantSource.system());
        } catch (HeadOfficeFailed e) {
            System.err.println(reason(e));
            return 1;
        }
        products.ifPresent(office::publish);
        var kept = released.flatMap(office::release);
        if (kept.isPresent()) {
            office.close();
            System.err.println(kept.get());
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(office::close, "stop"));
        out.println("ready " + office.address());
        out.flush();
        Thread.currentThread().join(); // for ever: the process is ended from outside
        return 0;
    }

    private TillName till(String written) {
        try {
            return TillName.parse(written);
        } catch (IllegalArgumentException none) {
            throw wrong("--release " + written + ": " + none.getMessage());
        }
    }

    private List<Product> products(Path file) {
        var products = new LinkedHashMap<Sku, Product>();
        var at = "--catalogue " + file;
        try {
            var number = 0;
            for (var line : Outside.text(file, Bounds.CATALOGUE_BYTES).lines().toList()) {
                at = "--catalogue " + file + ", line " + ++number;
                var node = Protocol.json().readTree(line).asObject(); // null is no object
                var product = Protocol.json().treeToValue(node, Product.class);
                if (products.putIfAbsent(product.sku(), product) != null) {
                    throw wrong(at + ": sku " + product.sku() + " stands twice");
                }
            }
        } catch (UnfitFile unfit) {
            throw wrong(at + ": " + unfit.getMessage());
        } catch (JacksonException unreadable) {
            var field = unreadable.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            throw wrong(at + ": "
                    + (field.isEmpty() ? "is not a product in JSON" : field + " is missing or not what it should be"));
        }
        if (products.isEmpty()) {
            throw wrong(at + " has no products");
        }
        return List.copyOf(products.values());
    }

    private String jdbcUrl() throws IOException {
        if (!database.embedded) {
            return Optional.ofNullable(database.url).orElseThrow(() -> wrong("--database needs a JDBC-URL"));
        }
        var where = Optional.ofNullable(directory).orElseThrow(() -> wrong("--embedded needs --dir"));
        Files.createDirectories(where);
        return HeadOffice.embedded(where);
    }

    private ParameterException wrong(String why) {
        if (spec == null) {
            throw new IllegalStateException("Not run as a command");
        }
        return new ParameterException(spec.commandLine(), why);
    }

    private static String reason(HeadOfficeFailed failed) {
        var cause = failed.getCause();
        return failed.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
}

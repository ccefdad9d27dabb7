package io.huitai.headoffice;

import io.helidon.webserver.WebServer;
import io.huitai.journal.fact.FactJson;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.TillName;
import io.huitai.shop.MemberNo;
import io.huitai.shop.Product;
import io.huitai.shop.id.TierId;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A training head office: takes in the journals of training tills over HTTP on this machine's loopback, keeps the
/// members' ledger, and tells every till what the others have changed. Any number of these processes may serve one
/// PostgreSQL; all they know is in it.
public final class HeadOffice implements AutoCloseable {
    /// More at once are told to come again: each may hold an upload in memory.
    private static final int MAX_REQUESTS = 64;

    private static final int MAX_CONNECTIONS = 1_000;

    /// After which a connection that nothing comes from is closed. A till that has not synced for so long connects
    /// again.
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Findings findings;
    private final Catalogues catalogues;
    private final Tills tills;
    private final WebServer server;
    private final int port;

    /// Where and what it serves.
    ///
    /// @param jdbcUrl a PostgreSQL's, or [#embedded(Path)]
    /// @param port 0 for any free one
    /// @param demoMembers become known with the first till that says hello, in that till's first tier
    public record Settings(String jdbcUrl, int port, Function<TierId, List<MemberRecord>> demoMembers) {}

    private HeadOffice(Database database, Settings settings, InstantSource clock) {
        this.database = database;
        this.port = settings.port();
        this.findings = new Findings(clock);
        this.catalogues = new Catalogues(database, clock);
        var folding = new Folding(findings);
        var codes = new MemberCodes(database);
        this.tills = new Tills(database, folding, findings, codes, settings.demoMembers(), clock);
        var routes = new Routes(
                tills,
                new MemberSecrets(database, folding, findings),
                new Ingest(database, folding, findings, clock),
                new Feeds(database),
                codes,
                new Door(database, findings),
                codes.ofAnswers(),
                clock);
        this.server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(5))
                .maxConcurrentRequests(MAX_REQUESTS)
                .maxTcpConnections(MAX_CONNECTIONS)
                .connectionOptions(socket -> socket.readTimeout(SILENCE))
                .maxPayloadSize(Protocol.MAX_UPLOAD_BYTES)
                .routing(routing -> routing.register(routes))
                .build();
    }

    /// The JDBC URL of an H2 database in a directory, for a demo or one shop.
    public static String embedded(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("head-office").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }

    /// Opens the database, brings its schema up to date, and listens.
    ///
    /// @throws HeadOfficeFailed when the database or the port is not to be had
    public static HeadOffice open(Settings settings, InstantSource clock) {
        var database = Database.open(settings.jdbcUrl());
        boolean listening = false;
        try {
            var office = new HeadOffice(database, settings, clock);
            office.listen();
            listening = true;
            return office;
        } finally {
            if (!listening) {
                database.close();
            }
        }
    }

    private void listen() {
        server.start();
        if (!server.isRunning()) { // it logs why, and throws nothing
            throw new HeadOfficeFailed("Cannot listen on port " + port + ": is it taken?", null);
        }
    }

    /// Puts a catalogue in the place of the one that tills have; each keeps that until it has all of this one.
    public void publish(List<Product> products) {
        catalogues.publish(products);
    }

    /// Gives a name back that a till has taken which should not have it: the next one that says hello has it.
    ///
    /// @return why not, where it stays
    public Optional<String> release(TillName name) {
        return tills.release(name);
    }

    /// Where it listens.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// A member as head office knows it.
    public Optional<MemberRecord> member(MemberNo no) {
        return database.read(session -> Optional.ofNullable(session.get(Rows.MemberRow.class, no.value()))
                .map(row -> FactJson.mapper().readValue(row.body, MemberRecord.class)));
    }

    /// Whether it can still read who a member was in the entries of the till that enrolled them.
    public boolean knowsKeyOf(MemberNo no) {
        return database.read(
                session -> session.createSelectionQuery("select count(*) from MemberKey where member = :no", Long.class)
                                .setParameter("no", no.value())
                                .getSingleResult()
                        > 0);
    }

    /// How many entries it holds, of all tills.
    public long entries() {
        return database.read(session -> session.createSelectionQuery("select count(*) from Entry", Long.class)
                .getSingleResult());
    }

    /// What is wrong with tills, for someone to look into.
    public List<Finding> findings() {
        return database.read(findings::all);
    }

    /// Ends listening, lets what is under way come to its end, and closes the database.
    @Override
    public void close() {
        server.stop();
        database.close();
    }
}

package io.huitai.headoffice;

import static io.huitai.headoffice.Offices.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.journal.MemberKey;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.protocol.FeedRequestMessage;
import io.huitai.protocol.KeysMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.SignedRequest;
import io.huitai.protocol.TillName;
import io.huitai.protocol.client.Reply;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.sync.KnownHeadOffice;
import io.huitai.sync.LinkState;
import io.huitai.sync.Synced;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may ask head office, and whose answers a till believes.
class SignedLineTest {
    private static final TillName T1 = new TillName(new StoreId("S001"), new TillId("T1"));
    private static final TillName T2 = new TillName(new StoreId("S001"), new TillId("T2"));

    @TempDir
    private Path disk;

    private HeadOffice office;

    @BeforeEach
    void open() {
        office = Offices.open(HeadOffice.embedded(disk.resolve("office")), 0);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private HttpResponse<String> post(String path, byte[] body, Map<String, String> fields)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(office.address() + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            fields.forEach(request::header);
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] feed(TillName till) {
        return Protocol.json()
                .writeValueAsBytes(new FeedRequestMessage(Protocol.VERSION, till.store(), till.till(), "", 100));
    }

    private static Map<String, String> signed(TestTill by, TillName name, byte[] body, long counter) {
        return SignedRequest.fields(
                Protocol.FEED, body, name, counter, TestTill.CLOCK.instant(), by.journal.key()::sign);
    }

    private List<Finding.Kind> kinds() {
        return office.findings().stream().map(Finding::kind).toList();
    }

    private static void refused(String what, HttpResponse<String> answer, String... reasons) {
        assertThat(answer.statusCode()).as(what + answer.body()).isIn(400, 409);
        assertThat(reasons)
                .as(what + answer.body())
                .anyMatch(reason -> answer.body().contains("\"reason\":\"" + reason + "\""));
        assertThat(answer.body()).as(what).doesNotContain(ZHANG.value());
    }

    @Test
    void aRequestOfWhichAnyByteIsChangedIsRefused() throws Exception {
        try (var till = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            till.syncNow();
            var body = feed(T1);
            var high = Long.MAX_VALUE / 100;
            for (var seed = 0L; seed < 200; seed++) {
                var random = new Random(seed);
                var fields = new HashMap<>(signed(till, T1, body, high + seed));
                var sent = body.clone();
                var names = fields.keySet().stream().sorted().toList();
                var which = random.nextInt(names.size() + 2);
                if (which < names.size() && random.nextInt(4) == 0) {
                    fields.remove(names.get(which));
                } else if (which < names.size()) {
                    var value = new StringBuilder(fields.get(names.get(which)));
                    var at = random.nextInt(value.length());
                    value.setCharAt(at, value.charAt(at) == '1' ? '2' : '1');
                    fields.put(names.get(which), value.toString());
                } else {
                    sent[random.nextInt(sent.length)] ^= (byte) (1 << random.nextInt(7));
                }
                refused("seed " + seed, post(Protocol.FEED, sent, fields), "unsigned", "malformed", "unknown-till");
            }
            assertThat(post(Protocol.FEED, body, signed(till, T1, body, high)).statusCode())
                    .as("none of them was counted")
                    .isEqualTo(200);
        }
    }

    @Test
    void aRequestIsTakenOnce() throws Exception {
        try (var till = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            till.syncNow();
            var body = feed(T1);
            var fields = signed(till, T1, body, Long.MAX_VALUE / 100);
            assertThat(post(Protocol.FEED, body, fields).statusCode()).isEqualTo(200);
            refused("again", post(Protocol.FEED, body, fields), "counter");
            assertThat(kinds()).containsExactly(Finding.Kind.REPLAYED);
            till.earn(ZHANG, 5); // and the till, far behind with its counter, goes on
            assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
            assertThat(till.points(ZHANG)).isEqualTo(5);
        }
    }

    @Test
    void nobodyAsksInAnothersName() throws Exception {
        try (var one = TestTill.open(disk.resolve("a"), "T1", office.address());
                var two = TestTill.open(disk.resolve("b"), "T2", office.address())) {
            one.syncNow();
            two.syncNow();
            var high = Long.MAX_VALUE / 100;
            refused("by T2 for T1", post(Protocol.FEED, feed(T1), signed(two, T2, feed(T1), high)), "other-till");
            refused("by T2 as T1", post(Protocol.FEED, feed(T1), signed(two, T1, feed(T1), high)), "unsigned");
            refused("unknown", post(Protocol.FEED, feed(T1), signed(two, tx(), feed(T1), high)), "unknown-till");
            one.earn(ZHANG, 500);
            try (var client = two.client(office.address())) {
                assertThat(client.send(one.journal.stored(1, 1 << 20)))
                        .isInstanceOfSatisfying(
                                Reply.Refused.class,
                                it -> assertThat(it.refusal().reason()).isEqualTo(RefusalReason.OTHER_TILL));
                var key = new KeysMessage.Key(
                        ZHANG,
                        MemberKey.of(Base64.getEncoder().encodeToString(new byte[32]))
                                .base64());
                assertThat(client.keys(new KeysMessage(1, T1.store(), T1.till(), List.of(key))))
                        .isInstanceOf(Reply.Refused.class);
            }
            assertThat(office.entries()).isZero();
            assertThat(office.knowsKeyOf(ZHANG)).isFalse();
            assertThat(kinds()).contains(Finding.Kind.OTHER_TILL, Finding.Kind.UNSIGNED);
        }
    }

    private static TillName tx() {
        return new TillName(new StoreId("S009"), new TillId("T9"));
    }

    @Test
    void anotherHeadOfficeIsNotBelieved() throws IOException {
        try (var till = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            till.syncNow();
        }
        try (var other = Offices.open(HeadOffice.embedded(disk.resolve("other")), 0);
                var till = TestTill.open(disk.resolve("a"), "T1", other.address())) {
            till.earn(ZHANG, 5);
            assertThat(till.syncNow())
                    .isInstanceOfSatisfying(
                            Synced.LinkDown.class,
                            down -> assertThat(down.another()).isTrue());
            assertThat(till.knownMembers()).isZero();
            assertThat(till.sync().state().status()).isEqualTo(LinkState.Status.OFFLINE);
            assertThat(till.sync().state().problem().orElseThrow()).contains("not the head office");
            assertThat(other.entries()).isZero();
        }
        assertThat(KnownHeadOffice.firstMet(Keychain.open(disk.resolve("a"), new SystemDisk()))
                        .key())
                .isPresent();
    }

    @Test
    void aManInTheMiddleIsNotBelieved() throws IOException {
        for (var seed = 0L; seed < 30; seed++) {
            var random = new Random(seed);
            try (var line = new ForgingProxy(office.address());
                    var till = TestTill.open(disk.resolve("t" + seed), "T" + (seed + 10), line.address())) {
                till.syncNow();
                var known = till.knownMembers();
                line.forge(random);
                till.earn(ZHANG, 1);
                var went = till.syncNow();
                assertThat(went).as("seed " + seed).isNotInstanceOf(Synced.Done.class);
                assertThat(till.knownMembers()).as("seed " + seed).isEqualTo(known);
            }
        }
    }

    @Test
    void aTakenNameIsToldAndCanBeGivenBack() {
        try (var squatter = TestTill.open(disk.resolve("x"), "T1", office.address())) {
            squatter.syncNow();
        }
        try (var till = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            till.earn(ZHANG, 5);
            assertThat(till.syncNow())
                    .isEqualTo(new Synced.Stopped("OTHER_KEY: Another key claims to be this till", true));
            assertThat(office.release(T1)).isEmpty();
            assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
            assertThat(office.release(T1)).isPresent(); // its entries are in the members' balances
            assertThat(kinds()).contains(Finding.Kind.OTHER_KEY, Finding.Kind.RELEASED);
        }
    }

    @Test
    void aPoisonedKeyIsReplacedByTheOneThatOpens() throws Exception {
        try (var till = TestTill.open(disk.resolve("a"), "T1", office.address())) {
            till.syncNow();
            var member = till.enrol("李四");
            till.earn(member, 7);
            var poison = new KeysMessage.Key(
                    member,
                    MemberKey.of(Base64.getEncoder().encodeToString(new byte[32]))
                            .base64());
            try (var client = till.client(office.address())) {
                client.keys(new KeysMessage(1, T1.store(), T1.till(), List.of(poison)));
                client.send(till.journal.stored(1, 1 << 20)); // as an older head office left it: nothing can be read
            }
            assertThat(office.member(member)).isEmpty();
            try (var client = till.client(office.address())) {
                var right = till.journal.memberKeys().of(member).orElseThrow();
                var key = new KeysMessage.Key(member, right.base64());
                client.keys(new KeysMessage(1, T1.store(), T1.till(), List.of(key)));
            }
            assertThat(till.syncNow()).isInstanceOf(Synced.Done.class);
            assertThat(TestTill.points(office.member(member).orElseThrow())).isEqualTo(7);
            assertThat(office.member(member).orElseThrow().profile().name()).isEqualTo("李四");
            try (var client = till.client(office.address())) {
                client.keys(new KeysMessage(1, T1.store(), T1.till(), List.of(poison)));
            }
            assertThat(office.member(member).orElseThrow().profile().name()).isEqualTo("李四");
            assertThat(kinds()).containsOnly(Finding.Kind.MEMBER_KEY);
        }
    }
}

package io.huitai.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.KeyMissing;
import io.huitai.journal.secret.Keychain;
import io.huitai.shop.OperatorId;
import io.huitai.till.Till;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A store directory that was copied, moved or put back spends nothing that its twin could spend as well, and says so;
/// everything else goes on.
class CopiedStoreTest {
    private static final String MEMBER = "M0001";

    @TempDir
    private Path disk;

    private Path store;
    private String receipt = "";

    @BeforeEach
    void aMemberHasPointsAndMoney() {
        store = disk.resolve("store");
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            till.ok("open-shift", "float", "100.00");
            till.ok("recharge", "member", MEMBER, "amount", "500.00", "tender", "cash");
            receipt = sell(till).path("receipt").path("no").asString();
        }
    }

    private static ObjectNode sell(TillHere till) {
        till.ok("add", "sku", "L007", "qty", "10");
        till.ok("member", "no", MEMBER);
        return till.ok("tender", "type", "cash");
    }

    private static String code(TillHere till, String verb, Object... fields) {
        return error(till, verb, fields).path("code").asString("ok");
    }

    private static JsonNode error(TillHere till, String verb, Object... fields) {
        return till.answer(Json.request(verb, fields)).path("error");
    }

    private Path copy(String name) throws IOException {
        var copy = disk.resolve(name);
        Folders.copy(store, copy);
        return copy;
    }

    private static void spendsNothing(TillHere till, String sold) {
        assertThat(till.ok("status").path("rights").asString()).isEqualTo("asleep");
        var approval = Json.object("operator", "2001", "pin", "2222");
        var member = till.ok("member-info", "no", MEMBER).path("member");
        assertThat(member.path("points").asLong()).isPositive();
        assertThat(member.path("spendable").asLong()).isZero();
        assertThat(code(till, "refund", "receipt", sold, "reason", "退", "approval", approval))
                .isEqualTo("NO_RIGHT");
        till.ok("add", "sku", "L007", "qty", "10");
        till.ok("member", "no", MEMBER);
        var asked = till.ok("use", "points", 100).path("bill");
        assertThat(asked.path("used").path("points").asLong()).isZero();
        assertThat(asked.path("refused").path(0).path("code").asString()).isEqualTo("NO_RIGHT");
        assertThat(till.ok("use", "points", "max")
                        .path("bill")
                        .path("used")
                        .path("points")
                        .asLong())
                .isZero();
        assertThat(error(till, "tender", "type", "stored", "amount", "100.00")
                        .path("message")
                        .asString())
                .contains("复制");
        assertThat(till.ok("tender", "type", "cash")
                        .path("receipt")
                        .path("earned")
                        .asLong())
                .isPositive();
    }

    private static void spends(TillHere till, String sold) {
        assertThat(till.ok("status").has("rights")).isFalse();
        till.ok("add", "sku", "L007", "qty", "10");
        till.ok("member", "no", MEMBER);
        assertThat(till.ok("use", "points", 100)
                        .path("bill")
                        .path("used")
                        .path("points")
                        .asLong())
                .isEqualTo(100);
        till.ok("tender", "type", "stored", "amount", "100.00");
        till.ok("tender", "type", "cash");
        var approval = Json.object("operator", "2001", "pin", "2222");
        till.ok("refund", "receipt", sold, "reason", "退", "approval", approval);
    }

    @Test
    void aCopyElsewhereSpendsNothingHoweverOftenItIsStartedAndTheOriginalGoesOn() throws IOException {
        var copy = copy("copy");
        for (var start = 0; start < 2; start++) {
            try (var till = TillHere.open(copy, false)) {
                till.signIn();
                spendsNothing(till, receipt);
            }
        }
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            spends(till, receipt);
            assertThat(till.ok("journal-verify").path("intact").asBoolean()).isTrue();
        }
    }

    @Test
    void aMovedStoreSpendsAgainAfterAManagerHasConfirmedIt() throws IOException {
        var moved = disk.resolve("moved");
        Files.move(store, moved);
        try (var till = TillHere.open(moved, false)) {
            till.signIn();
            spendsNothing(till, receipt);
        }
        assertThat(confirmed(moved, "1001", "1111")).as("a cashier may not").isFalse();
        assertThat(confirmed(moved, "3001", "3334")).as("a wrong PIN").isFalse();
        assertThat(confirmed(moved, "3001", "3333")).isTrue();
        try (var till = TillHere.open(moved, false)) {
            till.signIn();
            spends(till, receipt);
        }
    }

    private static boolean confirmed(Path store, String operator, String pin) {
        try (var till = Till.open(TillHere.opening(store, false), InstantSource.system())) {
            till.perform(desk -> {
                        desk.operators().signIn(new OperatorId(operator), pin);
                        desk.confirmJournal();
                        return true;
                    })
                    .join();
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(Refusal.class);
            return false;
        }
    }

    @Test
    void whatAPartPaidBillUsesIsNotSpentInACopy() throws IOException {
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            till.ok("add", "sku", "L007", "qty", "10");
            till.ok("member", "no", MEMBER);
            till.ok("use", "points", 100);
            till.ok("tender", "type", "cash", "amount", "1.00");
        }
        var copy = copy("copy");
        try (var till = TillHere.open(copy, false)) {
            till.signIn();
            assertThat(code(till, "tender", "type", "cash")).isEqualTo("NO_RIGHT");
        }
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            till.ok("tender", "type", "cash");
        }
    }

    @Test
    void theAnchorOutsideMissesWhatAnOlderCopyInItsPlaceLacks() throws IOException {
        var early = copy("early");
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            sell(till);
        }
        Folders.delete(store);
        Folders.copy(early, store);
        try (var till = TillHere.open(store, false)) {
            assertThat(code(till, "sign-in", "operator", "1001", "pin", "1111")).isEqualTo("JOURNAL_BROKEN");
        }
    }

    @Test
    void withoutItsAnchorOutsideItSleeps() throws IOException {
        Files.delete(Keychain.open(store, new SystemDisk()).outside().resolve("anchor"));
        try (var till = TillHere.open(store, false)) {
            till.signIn();
            spendsNothing(till, receipt);
        }
    }

    @Test
    void withoutItsPasswordNothingOpens() throws IOException {
        Files.delete(Keychain.open(store, new SystemDisk()).outside().resolve("password"));
        assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> TillHere.open(store, false));
        for (var file : List.of("store.mv.db", "journal")) {
            assertThat(store.resolve(file)).exists();
        }
    }
}

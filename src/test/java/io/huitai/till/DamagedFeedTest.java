package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.MemberNo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFeedTest {
    @TempDir
    private Path directory;

    private Till open() {
        var opening = TrainingTills.opening(directory, "standard-card", Optional.empty());
        return Till.open(opening, InstantSource.system());
    }

    @Test
    void aTrainingStoreWithADamagedFeedStartsWithItsProductsAndMembers() throws IOException {
        int products;
        try (var till = open()) {
            products = till.catalogue().products().size();
        }
        damageTheMiddleOfTheFeed();
        Files.delete(directory.resolve("store.mv.db"));

        try (var till = open()) {
            assertThat(till.catalogue().products()).hasSize(products);
            var member = till.perform(desk -> desk.club().members().view(new MemberNo("M0001")))
                    .join();
            assertThat(member.name()).isEqualTo("张三");
        }
    }

    private void damageTheMiddleOfTheFeed() throws IOException {
        try (var files = Files.walk(directory.resolve("feed").resolve("training"))) {
            var file = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x20;
            Files.write(file, bytes);
        }
    }
}

package io.huitai.till.club;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.till.Workbooks;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {
    private static final List<String> HEADER = List.of("level", "document", "phone", "name", "company");
    private static final List<List<String>> PEOPLE = List.of(
            List.of("staff", "E12345678", "13800000001", "张一", "蓝海"), List.of("经理", "E12345679", "", "张二", "蓝海"));

    @TempDir
    private Path folder;

    @Test
    void theColumnsStandInAnyOrderAndBlankLinesAreCounted() throws IOException {
        var file = Files.writeString(
                folder.resolve("r.csv"),
                "\n姓名,Company,手机,DOCUMENT,职级\n\n张一,\"蓝海, 上海\",1,E1,staff,\n张二,蓝海,1,E1,staff,x\n");
        var people = RosterFile.read(file.toString()).people();
        assertThat(people).extracting(person -> person.line()).containsExactly(4L, 5L);
        assertThat(people.getFirst().fault()).isEmpty();
        assertThat(List.of(RosterFile.Column.values()).stream()
                        .map(people.getFirst()::of)
                        .toList())
                .containsExactly("蓝海, 上海", "张一", "1", "E1", "staff");
        assertThat(people.getLast().fault()).isPresent();
    }

    /// Whatever has happened to a file on its way, it is read or refused.
    @Test
    void aDamagedWorkbookIsReadOrRefused() throws IOException {
        var whole = Workbooks.of(HEADER, PEOPLE);
        var refused = 0;
        for (var seed = 0; seed < 300; seed++) {
            var damaged = whole.clone();
            var random = new Random(seed);
            for (var i = random.nextInt(1, 6); i > 0; i--) {
                damaged[random.nextInt(4, damaged.length)] = (byte) random.nextInt();
            }
            var file = Files.write(folder.resolve("r.xlsx"), damaged);
            try {
                assertThat(RosterFile.read(file.toString()).people())
                        .as("seed %d", seed)
                        .hasSizeBetween(0, 2);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).as("seed %d", seed).isEqualTo(ErrorCode.BAD_FILE);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}

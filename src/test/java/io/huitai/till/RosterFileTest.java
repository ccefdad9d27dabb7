package io.huitai.till;

import static org.assertj.core.api.Assertions.assertThat;

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
        var seen = new StringBuilder();
        try (var people = RosterFile.read(file.toString()).open()) {
            people.forEachRemaining(
                    person -> seen.append(person.line()).append(person.cells()).append(';'));
        }
        assertThat(seen.toString())
                .isEqualTo("4Optional[{COMPANY=蓝海, 上海, NAME=张一, PHONE=1, DOCUMENT=E1, LEVEL=staff}];5Optional.empty;");
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
                        .isBetween(0L, 2L);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).as("seed %d", seed).isEqualTo(ErrorCode.BAD_FILE);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}

package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProgrammeCommandTest {
    private static final Path SHIPPED = Path.of(System.getProperty("huitai.basedir"), "assets", "programmes");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void shippedProgrammesHaveNoFaultsAndOnlyWarningsThatAreTrue() throws IOException {
        assertThat(check(shipped(), "--lang", "en")).isZero();
        assertThat(lines())
                .containsExactly(
                        // It must know who is 18.
                        "goods-member.yaml:28:5: warning: personal data are asked (birthday) and no consent",
                        // Recharges of 5000 and far above are the scheme.
                        "prepaid-dining.yaml:19:9: warning: 5500.00 yuan on a card: by law a registered prepaid card"
                                + " holds at most 5000.00",
                        "prepaid-dining.yaml:20:9: warning: 55000.01 yuan on a card: by law a registered prepaid card"
                                + " holds at most 5000.00",
                        // One recharge of 10000 makes a platinum member.
                        "standard-card.yaml:17:5: warning: 10000.00 yuan on a card: by law a registered prepaid card"
                                + " holds at most 5000.00",
                        // Gold members' bonus begins at 1000, and cards may be anonymous.
                        "yuexi-hotel.yaml:46:9: warning: 1100.00 yuan on a card: by law an anonymous prepaid card"
                                + " holds at most 1000.00",
                        "yuexi-hotel.yaml:46:10: warning: a recharge below 1000.00 brings no bonus");
    }

    @Test
    void everyFaultOfEveryFileIsALineInChineseUnlessAskedOtherwise() throws IOException {
        var mall = Files.readString(SHIPPED.resolve("mall.yaml"));
        var wrong = Files.writeString(
                folder.resolve("mall.yaml"),
                mall.replace("rate: 0.95", "rate: 95").replace("tier: member", "tier: gold"));
        assertThat(check(List.of(wrong, SHIPPED.resolve("mall.yaml"), folder.resolve("none.yaml"))))
                .isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "mall.yaml:12:57: 发现数字 95，应为介于 0 和 1 之间、最多 3 位小数的数，如 0.85",
                        "mall.yaml:12:74: 发现文字“gold”，应为本方案的等级（member）",
                        "none.yaml:1:1: 发现无法读取的路径，应为方案文件");
        assertThat(check(List.of(wrong), "--lang", "en")).isEqualTo(1);
        assertThat(lines())
                .containsExactly(
                        "mall.yaml:12:57: found the number 95, expected a number from 0 to 1 with at most 3 decimals,"
                                + " as 0.85",
                        "mall.yaml:12:74: found the text 'gold', expected a tier of this programme (member)");
    }

    @Test
    void aFolderIsNoProgramme() throws IOException {
        assertThat(check(List.of(folder), "--lang", "en")).isEqualTo(1);
        assertThat(lines())
                .singleElement()
                .asString()
                .endsWith(":1:1: found nothing that can be read, expected a programme file");
    }

    @Test
    void withoutAFileTheUsageIsTold() throws IOException {
        assertThat(check(List.of())).isEqualTo(2);
        assertThat(lines()).isEmpty();
    }

    private static List<Path> shipped() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private int check(List<Path> files, String... options) {
        var arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(List.of(options));
        files.forEach(file -> arguments.add(file.toString()));
        return new CommandLine(new ProgrammeCommand(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
    }

    /// What was printed since the last time, without the folders.
    private List<String> lines() {
        var text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text.lines().map(line -> line.replaceFirst("^.*/", "")).toList();
    }
}

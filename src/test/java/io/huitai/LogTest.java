package io.huitai;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `logback.xml` does with each of its properties.
class LogTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFolderNothingIsWrittenAnywhere() throws JoranException {
        assertThat(printed(Map.of())).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withAFolderAllGoesToItsFileAndNothingToTheConsole() throws IOException, JoranException {
        assertThat(printed(Map.of("huitai.logs", folder.toString()))).isEmpty();
        assertThat(Files.readString(folder.resolve("huitai.log")))
                .contains("started 开始")
                .contains("degraded")
                .doesNotContain("SELECT");
    }

    @Test
    void headOfficeSaysItsWarningsOnStandardError() throws JoranException {
        assertThat(printed(Map.of("huitai.log.stderr", "true")))
                .startsWith("err:")
                .contains("degraded")
                .doesNotContain("started");
    }

    /// What reaches the two standard streams, each part after its name.
    private static String printed(Map<String, String> properties) throws JoranException {
        var out = System.out;
        var err = System.err;
        var seen = new ByteArrayOutputStream();
        System.setOut(new PrintStream(new Marked("out:", seen), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Marked("err:", seen), true, StandardCharsets.UTF_8));
        var logs = new LoggerContext();
        logs.setMDCAdapter(new LogbackMDCAdapter());
        try {
            properties.forEach(logs::putProperty);
            var configurator = new JoranConfigurator();
            configurator.setContext(logs);
            configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
            logs.getLogger("io.huitai.till").info("started 开始");
            logs.getLogger("io.huitai.till").warn("degraded");
            logs.getLogger("org.hibernate.SQL").info("SELECT 1");
        } finally {
            logs.stop();
            System.setOut(out);
            System.setErr(err);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    private static final class Marked extends ByteArrayOutputStream {
        private final String mark;
        private final ByteArrayOutputStream seen;

        Marked(String mark, ByteArrayOutputStream seen) {
            this.mark = mark;
            this.seen = seen;
        }

        @Override
        public void flush() throws IOException {
            if (size() > 0) {
                seen.writeBytes(mark.getBytes(StandardCharsets.UTF_8));
                writeTo(seen);
                reset();
            }
        }
    }
}

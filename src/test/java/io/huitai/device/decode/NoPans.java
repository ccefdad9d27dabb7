package io.huitai.device.decode;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// Looks for the numbers of payment cards where none may be: in texts, and in everything that is logged, at any level,
/// while it listens.
public final class NoPans implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){11,}");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<String> logged = new ArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            synchronized (logged) {
                logged.add(event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    };

    private NoPans() {
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
        root.setLevel(Level.DEBUG);
    }

    public static NoPans listening() {
        return new NoPans();
    }

    /// Nothing logged so far holds one.
    public void assertClean() {
        synchronized (logged) {
            logged.forEach(NoPans::assertClean);
        }
    }

    /// No part of this text is one.
    public static void assertClean(String text) {
        assertThat(find(text)).as("a payment card's number in: %s", text).isFalse();
    }

    /// Whether any run of digits holds a payment card's number, however it is grouped. JUnit's folders have long
    /// numbers of their own.
    static boolean find(String text) {
        return NUMBER.matcher(text.replaceAll("junit-?[0-9]+", "junit"))
                .results()
                .anyMatch(run -> holds(run.group().replaceAll("[ -]", "")));
    }

    private static boolean holds(String digits) {
        for (var from = 0; from + 12 <= digits.length(); from++) {
            for (var to = from + 12; to <= Math.min(digits.length(), from + 19); to++) {
                if (PaymentNumbers.inScan(digits.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        root.setLevel(before);
        ear.stop();
    }
}

package io.huitai;

import io.huitai.journal.ForeignJournal;
import io.huitai.journal.TillTaken;
import io.huitai.journal.log.DiskFailed;
import io.huitai.journal.log.JournalBroken;
import io.huitai.journal.secret.KeyMissing;
import io.huitai.journal.secret.KeyUnreadable;
import io.huitai.shop.Lang;
import io.huitai.shop.Wording;
import io.huitai.store.StoreFailed;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Why a command ended before it was done, in one line for a person: what is wrong and what to do. What else is known
/// goes to the log.
final class NotStarted {
    private static final Logger LOG = LoggerFactory.getLogger(NotStarted.class);

    private NotStarted() {}

    /// The language that a command was asked to speak; Chinese where it was not.
    static Lang lang(CommandLine command) {
        return command.getParseResult() != null
                        && command.getParseResult().hasMatchedOption("--lang")
                        && command.getParseResult().matchedOptionValue("--lang", (Object) Lang.ZH) instanceof Lang lang
                ? lang
                : Lang.EN;
    }

    static String say(Throwable failure, Lang lang) {
        var texts = Wording.of(NotStarted.class, lang);
        return switch (failure) {
            case Refusal refusal -> refusal.code() + ": " + refusal.text(lang);
            case TillTaken taken -> ErrorCode.TILL_TAKEN + ": " + texts.say("start.taken", told(taken));
            case JournalBroken broken -> ErrorCode.JOURNAL_BROKEN + ": " + texts.say("start.broken", told(broken));
            case ForeignJournal foreign -> ErrorCode.BAD_FILE + ": " + texts.say("start.foreign", told(foreign));
            case KeyMissing missing -> ErrorCode.JOURNAL_BROKEN + ": " + texts.say("start.key", told(missing));
            case KeyUnreadable unreadable -> ErrorCode.JOURNAL_BROKEN + ": " + texts.say("start.key", told(unreadable));
            case DiskFailed disk -> ErrorCode.DISK_FAILED + ": " + texts.say("start.disk", told(disk));
            case UncheckedIOException disk -> ErrorCode.DISK_FAILED + ": " + texts.say("start.disk", told(disk));
            case IOException disk -> ErrorCode.DISK_FAILED + ": " + texts.say("start.disk", told(disk));
            case StoreFailed store -> ErrorCode.DISK_FAILED + ": " + texts.say("start.store", told(store));
            case CompletionException wrapped when wrapped.getCause() != null -> say(wrapped.getCause(), lang);
            default -> {
                LOG.error("A command ended early", failure);
                yield texts.say("start.unknown", failure.getClass().getSimpleName(), told(failure));
            }
        };
    }

    private static String told(Throwable failure) {
        var cause = failure.getCause();
        var own = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return (cause == null || cause.getMessage() == null ? own : own + " (" + cause.getMessage() + ")")
                .lines()
                .findFirst()
                .orElse(own);
    }
}

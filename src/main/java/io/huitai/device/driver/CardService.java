package io.huitai.device.driver;

import io.huitai.device.ReaderEvent.Loss;
import java.lang.reflect.InaccessibleObjectException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's card service (PC/SC).
interface CardService {
    /// The readers of the running service.
    CardTerminals terminals() throws DeviceLost;

    /// Gives up the context with a service that has ended.
    void forget();

    /// The one of this machine. The JDK asks it for one context a process and keeps that for ever, so that a service
    /// which was started anew is never found again; {@link #forget} makes it ask once more. That needs the option
    /// `--add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED`, which the launchers give.
    final class OfTheSystem implements CardService {
        private static final Logger LOG = LoggerFactory.getLogger(CardService.class);
        private static final String JDKS_OWN = "sun.security.smartcardio.PCSCTerminals";

        @Override
        public CardTerminals terminals() throws DeviceLost {
            try {
                return TerminalFactory.getInstance("PC/SC", null).terminals();
            } catch (NoSuchAlgorithmException none) {
                throw new DeviceLost(Loss.NO_SERVICE, "the card service (PC/SC) does not run", none);
            }
        }

        @Override
        public void forget() {
            try {
                var holder = Class.forName(JDKS_OWN);
                var context = holder.getDeclaredField("contextId");
                var terminals = holder.getDeclaredField("terminals");
                context.setAccessible(true);
                terminals.setAccessible(true);
                synchronized (holder) { // as the JDK's own methods are
                    context.setLong(null, 0);
                    ((Map<?, ?>) terminals.get(null)).clear();
                }
            } catch (ReflectiveOperationException | InaccessibleObjectException barred) {
                LOG.warn("Contactless readers come back with the next start only: {}", barred.getMessage());
            }
        }
    }
}

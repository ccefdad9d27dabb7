package io.huitai.till;

import io.huitai.receipt.Logo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The logo on top of receipts: `logo.png` of the store directory.
final class ShopLogo {
    private static final Logger LOG = LoggerFactory.getLogger(ShopLogo.class);
    private static final long LARGEST = 1 << 20;

    private ShopLogo() {}

    /// Empty where there is none, and where it is too large or broken: receipts go on without it.
    static Optional<Logo> of(Path directory) {
        var file = directory.resolve("logo.png");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("It is larger than " + LARGEST + " bytes");
            }
            return Optional.of(Logo.of(Files.readAllBytes(file)));
        } catch (IOException unfit) {
            LOG.warn("Receipts have no logo: {} cannot be used", file, unfit);
            return Optional.empty();
        }
    }
}

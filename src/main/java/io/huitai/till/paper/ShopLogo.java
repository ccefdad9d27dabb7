package io.huitai.till.paper;

import io.huitai.intake.Outside;
import io.huitai.receipt.Logo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The logo on top of receipts: `logo.png` of the store directory.
public final class ShopLogo {
    private static final Logger LOG = LoggerFactory.getLogger(ShopLogo.class);
    private static final int LARGEST = 1 << 20;

    private ShopLogo() {}

    /// Empty where there is none, and where it is too large or broken: receipts go on without it.
    public static Optional<Logo> of(Path directory) {
        var file = directory.resolve("logo.png");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Logo.of(Outside.bytes(file, LARGEST)));
        } catch (IOException unfit) {
            LOG.warn("Receipts have no logo: {} cannot be used: {}", file, unfit.getMessage());
            return Optional.empty();
        }
    }
}

package io.huitai.till;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.settings.Opening;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The usual till of tests: a restaurant's T1 in Chinese, training, without head office.
public final class TrainingTills {
    private TrainingTills() {}

    /// @param now where its clock begins, to be moved by hand; empty is the computer's
    public static Opening opening(Path store, String programme, Optional<Instant> now) {
        return new Opening(
                store, new StoreId("S001"), new TillId("T1"), OutletKind.RESTAURANT, programme, Lang.ZH, false, now);
    }
}

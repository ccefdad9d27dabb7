package io.huitai.till.settings;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// How a store directory is opened; the first four are for one that does not exist yet.
///
/// @param programme an id, or a file's name
/// @param headOffice whether the till belongs to a head office, which then holds the rights
public record Opening(
        Path directory,
        StoreId store,
        TillId till,
        OutletKind kind,
        String programme,
        Lang lang,
        boolean headOffice,
        Optional<Instant> fixedTime) {}

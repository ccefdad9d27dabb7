package io.huitai;

import io.huitai.shop.Lang;
import io.huitai.shop.OutletKind;
import io.huitai.shop.StoreId;
import io.huitai.shop.TillId;
import io.huitai.till.settings.Opening;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that every front of a till takes.
final class TillOptions {
    @Option(
            names = "--programme",
            paramLabel = "ID-OR-FILE",
            defaultValue = "standard-card",
            description = "Membership programme of a new store (${DEFAULT-VALUE}).")
    private String programme = "standard-card";

    @Option(
            names = "--kind",
            defaultValue = "restaurant",
            converter = KindOption.class,
            description = "Kind of a new store: restaurant, hotel or retail (${DEFAULT-VALUE}).")
    private OutletKind kind = OutletKind.RESTAURANT;

    @Option(
            names = "--now",
            paramLabel = "ISO-TIME",
            converter = TimeOption.class,
            description = "Training stores only: the till's clock starts here and stands still until it is set.")
    private @Nullable OffsetDateTime now;

    @Mixin
    private InLanguage spoken = new InLanguage();

    @Option(names = "--store-id", paramLabel = "ID", defaultValue = "S001", description = "Of a new store (S001).")
    private String storeId = "S001";

    @Option(names = "--till", paramLabel = "ID", defaultValue = "T1", description = "Of a new store (T1).")
    private String tillId = "T1";

    @Option(names = "--head-office", paramLabel = "URL", description = "Where the till syncs to.")
    private @Nullable URI headOffice;

    @Option(
            names = "--sync",
            paramLabel = "auto",
            converter = SyncOption.class,
            description = "auto: syncs by itself; else only when asked.")
    private @Nullable Syncing syncing;

    /// Options of a training till beside a head office, in Chinese.
    static TillOptions training(String till, URI headOffice) {
        var options = new TillOptions();
        options.tillId = till;
        options.headOffice = headOffice;
        return options;
    }

    Lang lang() {
        return spoken.lang();
    }

    Optional<URI> headOffice() {
        return Optional.ofNullable(headOffice);
    }

    boolean automatic() {
        return syncing == Syncing.AUTO;
    }

    Opening opening(Path store) {
        return new Opening(
                store,
                new StoreId(storeId),
                new TillId(tillId),
                kind,
                programme,
                spoken.lang(),
                headOffice != null,
                Optional.ofNullable(now).map(OffsetDateTime::toInstant));
    }

    /// Reads `--kind`.
    static final class KindOption implements ITypeConverter<OutletKind> {
        @Override
        public OutletKind convert(String value) {
            return OutletKind.of(value)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + value + "' is none of restaurant, hotel, retail"));
        }
    }

    /// Reads `--now`.
    static final class TimeOption implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String value) {
            try {
                return OffsetDateTime.parse(value);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException(
                        "'" + value + "' is not a time with offset, as 2026-05-01T12:30:00+08:00");
            }
        }
    }

    /// When a till syncs; without the option only when it is asked to.
    enum Syncing {
        AUTO
    }

    /// Reads `--sync`.
    static final class SyncOption implements ITypeConverter<Syncing> {
        @Override
        public Syncing convert(String value) {
            if (!value.equals("auto")) {
                throw new TypeConversionException("'" + value + "' is not auto");
            }
            return Syncing.AUTO;
        }
    }
}

package io.huitai.headoffice;

/// On H2, as `--embedded` runs it.
class EmbeddedSyncTest extends SyncScenarios {
    @Override
    String jdbcUrl() {
        return HeadOffice.embedded(disk.resolve("office"));
    }
}

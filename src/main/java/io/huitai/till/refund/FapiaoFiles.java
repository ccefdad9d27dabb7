package io.huitai.till.refund;

import io.huitai.journal.fact.FactJson;
import io.huitai.journal.log.SystemDisk;
import io.huitai.shop.Fapiao;
import io.huitai.till.settings.TillSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Leaves each request as a file in `fapiao/` of the store directory, for the tax office's program to fetch: under the
/// till's own account, for it names people.
public final class FapiaoFiles implements FapiaoProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FapiaoFiles.class);

    private final SystemDisk disk = new SystemDisk();
    private final Path directory;
    private final TillSettings settings;

    public FapiaoFiles(Path storeDirectory, TillSettings settings) {
        this.directory = storeDirectory.resolve("fapiao");
        this.settings = settings;
    }

    @Override
    public void issue(Fapiao fapiao, OffsetDateTime at) {
        var name = fapiao.receipt().value().replaceAll("[^A-Za-z0-9-]", "_") + ".json";
        var node = FactJson.mapper().createObjectNode();
        node.put("seller", settings.name()).put("training", settings.training()).put("at", at.toString());
        node.put("red", fapiao.of().isPresent()).put("amount", fapiao.amount().toString());
        node.setAll(FactJson.mapper().<ObjectNode>valueToTree(fapiao));
        try {
            disk.makeDirectory(directory);
            disk.replace(
                    directory.resolve(name),
                    FactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (IOException full) {
            LOG.error("The fapiao of receipt {} could not be left in {}", fapiao.receipt(), directory, full);
        }
    }
}

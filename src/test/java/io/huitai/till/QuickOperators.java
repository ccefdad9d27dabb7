package io.huitai.till;

import io.huitai.journal.feed.FeedItem;
import io.huitai.shop.Operator;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The demo operators with PINs that take no time to check, for trials of many thousand approvals.
public final class QuickOperators {
    private QuickOperators() {}

    public static FeedItem sent() {
        return new FeedItem.OperatorsSent(List.of(
                operator("1001", "李梅", Role.CASHIER, "1111"),
                operator("2001", "王静", Role.SUPERVISOR, "2222"),
                operator("3001", "陈总", Role.MANAGER, "3333")));
    }

    private static Operator operator(String id, String name, Role role, String pin) {
        return new Operator(new OperatorId(id), name, role, hash(pin));
    }

    private static String hash(String pin) {
        var salt = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(8)
                .withIterations(1)
                .withParallelism(1)
                .build());
        var hash = new byte[32];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=8,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}

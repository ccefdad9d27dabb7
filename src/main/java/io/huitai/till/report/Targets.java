package io.huitai.till.report;

import io.huitai.intake.Bounds;
import io.huitai.intake.Outside;
import io.huitai.intake.UnfitFile;
import io.huitai.money.Money;
import io.huitai.shop.Operator;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What is expected of staff each month, by `targets.yaml` of a store directory:
///
/// ```yaml
/// targets:
///   - {job: cashier, recharge: "50000.00", sales: "100000.00"}
///   - {operator: "1001", recharge: "80000.00"}
/// ```
///
/// An operator's own target stands in place of the job's.
record Targets(List<Target> targets) {
    static final String FILE = "targets.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().streamReadConstraints(Bounds.JSON).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// One line of the file.
    record Target(
            @Nullable String job,
            @Nullable String operator,
            @Nullable String recharge,
            @Nullable String sales) {
        private boolean isFor(Operator someone) {
            return operator == null
                    ? someone.role().code().equals(job)
                    : someone.id().value().equals(operator);
        }

        Optional<Money> rechargeAMonth() {
            return Optional.ofNullable(recharge).map(Money::parse);
        }

        Optional<Money> salesAMonth() {
            return Optional.ofNullable(sales).map(Money::parse);
        }
    }

    /// Reads a store's; none where there is no file.
    ///
    /// @throws Refusal `BAD_FILE`
    static Targets of(Path store) {
        var file = store.resolve(FILE);
        if (!Files.exists(file)) {
            return new Targets(List.of());
        }
        try {
            var targets = YAML.readValue(Outside.text(file, Bounds.SETTINGS_BYTES), Targets.class);
            targets.targets().forEach(each -> {
                var _ = each.rechargeAMonth();
                var _ = each.salesAMonth();
            });
            return targets;
        } catch (UnfitFile unfit) {
            throw Refusal.of(ErrorCode.BAD_FILE, unfit);
        } catch (JacksonException wrong) {
            throw Refusal.of(ErrorCode.BAD_FILE, FILE + ": " + wrong.getOriginalMessage());
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw Refusal.of(ErrorCode.BAD_FILE, FILE + ": " + wrong.getMessage());
        }
    }

    Targets {
        targets = List.copyOf(targets);
    }

    /// What is expected of someone.
    Optional<Target> of(Operator someone) {
        var theirs = targets.stream().filter(target -> target.isFor(someone)).toList();
        return theirs.stream()
                .filter(target -> target.operator() != null)
                .findFirst()
                .or(() -> theirs.stream().findFirst());
    }
}

package io.huitai.shop.id;

/// The stable name of what takes money off a bill or adds points, as "tier-gold", "points", "earn-gold".
public record RuleId(String value) {
    public RuleId {
        Ids.check("rule id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

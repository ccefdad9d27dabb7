package io.huitai.shop.id;

/// A programme, as "vip-points".
public record ProgrammeId(String value) {
    public ProgrammeId {
        Ids.check("programme id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

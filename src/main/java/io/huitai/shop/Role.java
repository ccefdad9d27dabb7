package io.huitai.shop;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What an operator may do; supervisors and managers approve what a cashier asks for.
public enum Role {
    CASHIER("cashier"),
    SUPERVISOR("supervisor"),
    MANAGER("manager"),
    IT("it");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /// The lowest role that may do something alone: a manager where no other does.
    public static Role lowest(Predicate<Role> may) {
        return Stream.of(CASHIER, SUPERVISOR).filter(may).findFirst().orElse(MANAGER);
    }

    public String code() {
        return code;
    }

    /// Whether this role may give the approval that `needed` stands for; IT approves nothing.
    public boolean approves(Role needed) {
        return switch (this) {
            case CASHIER, IT -> false;
            case SUPERVISOR -> needed == CASHIER || needed == SUPERVISOR;
            case MANAGER -> needed != IT;
        };
    }
}

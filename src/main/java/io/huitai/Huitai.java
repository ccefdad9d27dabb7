package io.huitai;

/// The command line: wires the rooms together and starts a front.
public final class Huitai {
    private Huitai() {}

    public static void main(String[] arguments) {
        System.out.println(arguments.length);
    }
}

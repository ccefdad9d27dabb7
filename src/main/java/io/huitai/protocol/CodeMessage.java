package io.huitai.protocol;

/// A signed code.
///
/// @param code as [SignedCode] writes it
public record CodeMessage(int version, String code) {}

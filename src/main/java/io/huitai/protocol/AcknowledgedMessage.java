package io.huitai.protocol;

/// Head office holds the till's entries up to this number for certain.
///
/// @param head the hash of that entry
public record AcknowledgedMessage(long held, String head) {}

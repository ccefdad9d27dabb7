package io.huitai.protocol;

/// @param taken how many keys head office has now that it had not before
public record KeysTakenMessage(int taken) {}

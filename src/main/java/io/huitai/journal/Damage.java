package io.huitai.journal;

/// The first bad record of a log.
///
/// @param number its number, from 1
/// @param why what is wrong with it, one English sentence without a full stop
public record Damage(long number, String why) {}

package io.huitai.store;

/// An entry or a feed value that the view could not hold. All else that happened is in it.
///
/// @param source `journal`, or `feed:` and whose feed
/// @param number of the entry; of a feed's value, which one it is
/// @param kind of the entry or value
/// @param why in English, for whoever looks into it
/// @param told whether the journal says so already
public record SetAside(String source, long number, String kind, String why, boolean told) {}

package io.huitai.protocol;

/// Why a request was refused, and what head office has of the till.
///
/// @param text one English sentence, for logs
/// @param held the number of the till's last entry that head office holds; 0 for none, or where the till is not known;
/// for [RefusalReason#COUNTER] the last counter
/// @param head that entry's hash, [io.huitai.journal.Entry#NO_HASH] for none
public record RefusalMessage(RefusalReason reason, String text, long held, String head) {}

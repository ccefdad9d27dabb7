package io.huitai.protocol;

/// Head office knows the till.
///
/// @param held the number of the till's last entry that head office holds, 0 for none
/// @param head that entry's hash, [io.huitai.journal.Entry#NO_HASH] for none
/// @param codeKey the key that members' codes are signed with, X.509, Base64
public record WelcomeMessage(int version, long held, String head, String codeKey) {}

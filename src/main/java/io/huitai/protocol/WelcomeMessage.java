package io.huitai.protocol;

import java.util.Optional;

/// Head office knows the till.
///
/// @param held the number of the till's last entry that head office holds, 0 for none
/// @param head that entry's hash, [io.huitai.journal.Entry#NO_HASH] for none
/// @param codeKey the key that members' codes are signed with, X.509, Base64
/// @param unread the first entry that is held and could not be read, where there is one: perhaps for want of the right
/// key of a member, which the till hands over again
public record WelcomeMessage(int version, long held, String head, String codeKey, Optional<Long> unread) {
    /// Where all that is held has been read.
    public WelcomeMessage(int version, long held, String head, String codeKey) {
        this(version, held, head, codeKey, Optional.empty());
    }
}

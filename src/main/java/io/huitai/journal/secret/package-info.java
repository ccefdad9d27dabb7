/// Secrets on the disk: keys, what seals with them, and the place outside the store directory without which neither can
/// be used.
@NullMarked
package io.huitai.journal.secret;

import org.jspecify.annotations.NullMarked;

/// What head office sent, on the disk.
@NullMarked
package io.huitai.journal.feed;

import org.jspecify.annotations.NullMarked;

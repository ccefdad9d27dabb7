/// Bytes on the disk: frames in segments, forced, cut and anchored.
@NullMarked
package io.huitai.journal.log;

import org.jspecify.annotations.NullMarked;

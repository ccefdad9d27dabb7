/// Uploader, feed, link state.
@NullMarked
package io.huitai.sync;

import org.jspecify.annotations.NullMarked;

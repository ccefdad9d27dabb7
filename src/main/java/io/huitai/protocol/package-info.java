/// The messages between till and head office.
@NullMarked
package io.huitai.protocol;

import org.jspecify.annotations.NullMarked;

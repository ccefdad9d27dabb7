/// What readers read, in pure functions.
@NullMarked
package io.huitai.device.decode;

import org.jspecify.annotations.NullMarked;

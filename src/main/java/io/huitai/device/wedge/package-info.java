/// A reader that types like a keyboard: its bursts, and what they are not.
@NullMarked
package io.huitai.device.wedge;

import org.jspecify.annotations.NullMarked;

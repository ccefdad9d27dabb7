/// Drivers: thin, blocking, each under a time limit.
@NullMarked
package io.huitai.device.driver;

import org.jspecify.annotations.NullMarked;

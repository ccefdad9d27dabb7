/// Devices that are not there: for the screen, for training, for tests.
@NullMarked
package io.huitai.device.simulator;

import org.jspecify.annotations.NullMarked;

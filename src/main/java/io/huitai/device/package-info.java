/// Devices: one interface per kind, pure decoders, drivers and simulators; events out, bytes in.
@NullMarked
package io.huitai.device;

import org.jspecify.annotations.NullMarked;

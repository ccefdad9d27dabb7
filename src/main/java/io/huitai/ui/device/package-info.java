/// The devices at this till.
@NullMarked
package io.huitai.ui.device;

import org.jspecify.annotations.NullMarked;

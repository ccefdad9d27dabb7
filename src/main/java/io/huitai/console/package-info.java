/// The till as JSON lines.
@NullMarked
package io.huitai.console;

import org.jspecify.annotations.NullMarked;

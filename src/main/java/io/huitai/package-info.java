/// Huitai, an offline-first till.
@NullMarked
package io.huitai;

import org.jspecify.annotations.NullMarked;

/// A membership scheme as data.
@NullMarked
package io.huitai.programme.scheme;

import org.jspecify.annotations.NullMarked;

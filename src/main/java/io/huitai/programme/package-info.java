/// A membership scheme as data, and pricing: bill to quote, explained. Pure.
@NullMarked
package io.huitai.programme;

import org.jspecify.annotations.NullMarked;

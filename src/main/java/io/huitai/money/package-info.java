/// Money, rates, quantities and exact splitting. Whole fen in a `long`; no floating point.
@NullMarked
package io.huitai.money;

import org.jspecify.annotations.NullMarked;

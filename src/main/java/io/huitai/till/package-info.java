/// The use cases, one writer thread, and the queries that fronts read.
@NullMarked
package io.huitai.till;

import org.jspecify.annotations.NullMarked;

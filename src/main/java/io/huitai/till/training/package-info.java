/// What a training store starts with.
@NullMarked
package io.huitai.till.training;

import org.jspecify.annotations.NullMarked;

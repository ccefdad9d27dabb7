/// Bill, member and programme in, quote out: one pure function.
@NullMarked
package io.huitai.programme.pricing;

import org.jspecify.annotations.NullMarked;

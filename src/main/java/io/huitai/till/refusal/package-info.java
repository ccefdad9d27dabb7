/// What the till will not do, in words.
@NullMarked
package io.huitai.till.refusal;

import org.jspecify.annotations.NullMarked;

/// Past sales priced again, for a new version of a programme.
@NullMarked
package io.huitai.till.past;

import org.jspecify.annotations.NullMarked;

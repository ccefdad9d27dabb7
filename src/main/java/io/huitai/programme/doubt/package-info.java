/// What will disappoint in a programme that can be read: pure functions of it.
@NullMarked
package io.huitai.programme.doubt;

import org.jspecify.annotations.NullMarked;

/// Who works here: signing in, the lock.
@NullMarked
package io.huitai.ui.signin;

import org.jspecify.annotations.NullMarked;

/// The sale screen.
@NullMarked
package io.huitai.ui.sale;

import org.jspecify.annotations.NullMarked;

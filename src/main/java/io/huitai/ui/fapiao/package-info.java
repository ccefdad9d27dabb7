/// The sheet that asks for a tax invoice.
@NullMarked
package io.huitai.ui.fapiao;

import org.jspecify.annotations.NullMarked;

/// Receipts that the printer still owes.
@NullMarked
package io.huitai.ui.printing;

import org.jspecify.annotations.NullMarked;

/// The refund sheet.
@NullMarked
package io.huitai.ui.refund;

import org.jspecify.annotations.NullMarked;

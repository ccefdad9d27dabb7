/// Other ways to pay than exact cash.
@NullMarked
package io.huitai.ui.payment;

import org.jspecify.annotations.NullMarked;

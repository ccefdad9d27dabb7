/// Receipts and slips, and their way to the printer.
@NullMarked
package io.huitai.till.paper;

import org.jspecify.annotations.NullMarked;

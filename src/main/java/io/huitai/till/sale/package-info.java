/// Tenders and the sale.
@NullMarked
package io.huitai.till.sale;

import org.jspecify.annotations.NullMarked;

/// What is on the bill and what it costs.
@NullMarked
package io.huitai.till.bill;

import org.jspecify.annotations.NullMarked;

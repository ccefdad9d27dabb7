/// Goods and money that go back, and fapiao.
@NullMarked
package io.huitai.till.refund;

import org.jspecify.annotations.NullMarked;

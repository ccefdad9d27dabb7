/// Who and what: stores, tills, operators, members' numbers, products.
@NullMarked
package io.huitai.shop;

import org.jspecify.annotations.NullMarked;

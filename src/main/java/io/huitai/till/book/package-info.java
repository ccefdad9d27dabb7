/// The kernel: the book of entries, the open bill, clock, scheme, operators and what they approve.
@NullMarked
package io.huitai.till.book;

import org.jspecify.annotations.NullMarked;

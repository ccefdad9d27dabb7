/// The names of a programme and of what stands in it, as its file writes them.
@NullMarked
package io.huitai.shop.id;

import org.jspecify.annotations.NullMarked;

/// A receipt as a document of blocks, and its renderers.
@NullMarked
package io.huitai.receipt;

import org.jspecify.annotations.NullMarked;

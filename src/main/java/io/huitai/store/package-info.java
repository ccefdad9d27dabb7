/// The H2 projection of journal and feed: migrations, rows, queries.
@NullMarked
package io.huitai.store;

import org.jspecify.annotations.NullMarked;

/// The server: ingest, ledger, feed.
@NullMarked
package io.huitai.headoffice;

import org.jspecify.annotations.NullMarked;

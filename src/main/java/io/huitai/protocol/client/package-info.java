/// The messages' way over HTTP, for tills.
@NullMarked
package io.huitai.protocol.client;

import org.jspecify.annotations.NullMarked;

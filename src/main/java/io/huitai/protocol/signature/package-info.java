/// HTTP message signatures (RFC 9421) and content digests (RFC 9530), as far as till and head office use them: pure.
@NullMarked
package io.huitai.protocol.signature;

import org.jspecify.annotations.NullMarked;

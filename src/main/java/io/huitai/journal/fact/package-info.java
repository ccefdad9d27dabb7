/// What happened, and its JSON.
@NullMarked
package io.huitai.journal.fact;

import org.jspecify.annotations.NullMarked;

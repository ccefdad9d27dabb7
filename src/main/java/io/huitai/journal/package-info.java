/// The truth: entries as facts with their postings, canonical JSON, frames, chain, signature.
@NullMarked
package io.huitai.journal;

import org.jspecify.annotations.NullMarked;

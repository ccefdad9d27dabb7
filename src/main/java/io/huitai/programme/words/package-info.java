/// The words that programmes and pricing share: ids, days, reasons, the bill and the member.
@NullMarked
package io.huitai.programme.words;

import org.jspecify.annotations.NullMarked;

/// What comes in from outside, within bounds: files, tables, pictures, JSON.
@NullMarked
package io.huitai.intake;

import org.jspecify.annotations.NullMarked;

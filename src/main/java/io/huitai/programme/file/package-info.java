/// Reads and checks programme files (YAML).
@NullMarked
package io.huitai.programme.file;

import org.jspecify.annotations.NullMarked;

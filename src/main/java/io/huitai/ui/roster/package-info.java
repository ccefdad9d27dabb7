/// Companies' people, enrolled from a file.
@NullMarked
package io.huitai.ui.roster;

import org.jspecify.annotations.NullMarked;

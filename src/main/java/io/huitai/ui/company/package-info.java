/// Companies that pay by account: what they owe, and what they pay of it.
@NullMarked
package io.huitai.ui.company;

import org.jspecify.annotations.NullMarked;

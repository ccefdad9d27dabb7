/// What a till is: its settings and the house's rules.
@NullMarked
package io.huitai.till.settings;

import org.jspecify.annotations.NullMarked;

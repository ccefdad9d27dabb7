/// Finding and enrolling members.
@NullMarked
package io.huitai.ui.member;

import org.jspecify.annotations.NullMarked;

/// A member as the till knows them: what they hold, may have and have done.
@NullMarked
package io.huitai.till.member;

import org.jspecify.annotations.NullMarked;

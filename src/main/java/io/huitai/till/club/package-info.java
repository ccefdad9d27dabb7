/// What members do: join, leave, show cards, recharge, redeem, subscribe.
@NullMarked
package io.huitai.till.club;

import org.jspecify.annotations.NullMarked;

package io.huitai.device.decode;

/// What a swipe through a magstripe reader gave.
public sealed interface Swipe permits CardRead, PaymentCard, Unreadable {}

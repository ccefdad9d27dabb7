package io.huitai.device.decode;

/// A payment card was swiped or scanned by mistake. It is refused and forgotten: nothing of it is kept here.
public record PaymentCard() implements Swipe, Scan {}

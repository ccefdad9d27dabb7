package io.huitai.device.driver;

import io.huitai.device.ReaderEvent.Loss;

/// A reader went, or was not there. Inside drivers only; everybody else hears of an event.
final class DeviceLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final Loss loss;

    DeviceLost(Loss loss, String message) {
        super(message);
        this.loss = loss;
    }

    DeviceLost(Loss loss, String message, Throwable cause) {
        super(message, cause);
        this.loss = loss;
    }

    Loss loss() {
        return loss;
    }
}

package io.huitai.device;

import java.net.URI;

/// What a barcode or QR scan gave.
public sealed interface Scan
        permits Scan.Goods, Scan.Weighed, Scan.Link, Scan.PaymentCode, Scan.Plain, PaymentCard, Unreadable {

    /// A product's code with a good check digit: EAN-13 with 13 digits (UPC-A with its leading 0) or EAN-8 with 8.
    record Goods(String code) implements Scan {}

    /// A label of the house's scale: EAN-13 with prefix 20 to 29. Whether `value` is a price in fen or a weight in
    /// grams is a setting by prefix, so it is not decided here.
    ///
    /// @param code all 13 digits
    /// @param prefix "20" to "29"
    /// @param item the five digits that name the product
    /// @param value the five digits in front of the check digit
    record Weighed(String code, String prefix, String item, int value) implements Scan {}

    /// A web address.
    record Link(URI address) implements Scan {}

    /// The guest's one-time WeChat or Alipay code: 16 to 24 digits from 10–15 or 25–30. It is as good as money for a
    /// minute and does not print.
    record PaymentCode(String code) implements Scan {
        @Override
        public String toString() {
            return "PaymentCode[" + code.substring(0, 2) + "…]";
        }
    }

    /// Any other text: Code 128, a member, voucher or receipt QR; digits whose check fails are text too.
    record Plain(String text) implements Scan {
        /// Its length only: a member's code may be in it.
        @Override
        public String toString() {
            return "Plain[" + text.length() + " characters]";
        }
    }
}

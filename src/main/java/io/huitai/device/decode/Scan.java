package io.huitai.device.decode;

import java.net.URI;
import java.util.OptionalLong;

/// What a barcode or QR scan gave.
public sealed interface Scan
        permits Scan.Goods,
                Scan.Weighed,
                Scan.Label,
                Scan.Measured,
                Scan.Link,
                Scan.PaymentCode,
                Scan.Plain,
                CardRead,
                PaymentCard,
                Unreadable {

    /// A product's code with a good check digit: EAN-13 with 13 digits (UPC-A and UPC-E with their zeros), EAN-8 with
    /// 8, GTIN-14 with an indicator in front with 14. An add-on of two or five digits behind it is left out.
    record Goods(String code) implements Scan {}

    /// A label of the house's scale: EAN-13 with prefix 20 to 29. Whether `value` is a price in fen or a weight in
    /// grams is a setting by prefix, so it is not decided here.
    ///
    /// @param code all 13 digits
    /// @param prefix "20" to "29"
    /// @param item the five digits that name the product
    /// @param value the five digits in front of the check digit
    record Weighed(String code, String prefix, String item, int value) implements Scan {}

    /// A label of the house's scale with 18 digits from 20 to 29: amount and weight, in the order that the scale is set
    /// to.
    ///
    /// @param code all 18 digits
    /// @param prefix "20" to "29"
    /// @param item the five digits that name the product
    /// @param first the five digits behind them
    /// @param second the five digits in front of the check digit
    /// @param checked whether the check digit is right
    record Label(String code, String prefix, String item, int first, int second, boolean checked) implements Scan {}

    /// A GS1 element string that names goods, and what it says of their measure.
    ///
    /// @param gtin all 14 digits, the check digit right
    /// @param grams the net weight, where it is said in kilograms
    /// @param fen what is to be paid for it, where that is said in yuan
    record Measured(String gtin, OptionalLong grams, OptionalLong fen) implements Scan {}

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

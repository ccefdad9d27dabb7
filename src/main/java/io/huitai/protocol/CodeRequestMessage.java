package io.huitai.protocol;

import io.huitai.shop.MemberNo;
import io.huitai.shop.id.VoucherTypeId;
import java.util.Optional;

/// Asks a training head office for a signed code.
///
/// @param phone the public key of the phone that will show it; absent for a printed code
/// @param voucher a type, for a voucher's code in place of the member's
/// @param lastDay the last day on which the code is good, as 2026-12-31
public record CodeRequestMessage(
        int version, MemberNo member, Optional<String> phone, Optional<VoucherTypeId> voucher, String lastDay) {}

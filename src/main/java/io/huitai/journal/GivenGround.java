package io.huitai.journal;

import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Tender;
import java.util.List;
import java.util.Optional;

/// Why a card may be issued, as the cashier gave it.
///
/// @param receipts bills of the day that entitle to a card
/// @param fee paid by this tender
/// @param waived the reason for asking neither
public record GivenGround(List<ReceiptNo> receipts, Optional<Tender> fee, String waived) {
    public static final GivenGround NONE = new GivenGround(List.of(), Optional.empty(), "");
}

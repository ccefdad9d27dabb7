package io.huitai.journal.fact;

import io.huitai.money.Money;
import io.huitai.shop.ReceiptNo;
import io.huitai.shop.Tender;
import java.util.List;
import java.util.Optional;

/// Why a card may be issued, as the cashier gave it.
///
/// @param receipts bills of the day that entitle to a card
/// @param fee paid by this tender
/// @param waived the reason for asking neither
/// @param forgone the fee that was not asked; older entries have none
public record GivenGround(List<ReceiptNo> receipts, Optional<Tender> fee, String waived, Optional<Money> forgone) {
    public static final GivenGround NONE = new GivenGround(List.of(), Optional.empty(), "", Optional.empty());
}

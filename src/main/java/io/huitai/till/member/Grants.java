package io.huitai.till.member;

import io.huitai.ledger.Account;
import io.huitai.ledger.Asset;
import io.huitai.ledger.Posting;
import io.huitai.programme.scheme.Grant;
import io.huitai.programme.scheme.Programme;
import io.huitai.shop.MemberNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a grant of the programme moves to a member.
final class Grants {
    private Grants() {}

    /// @param entry the number of the entry that brings them
    /// @param firstPlace of its lots in that entry
    /// @param day that they are given for
    static List<Posting> postings(
            MemberBook members,
            Programme programme,
            Grant grant,
            MemberNo member,
            long entry,
            int firstPlace,
            LocalDate day) {
        var postings = new ArrayList<Posting>();
        for (var given : grant.given()) {
            var place = firstPlace + postings.size();
            postings.add(
                    switch (given) {
                        case Grant.Given.Points(var points) ->
                            new Posting(
                                    Account.ISSUED,
                                    Account.of(member),
                                    Asset.POINTS,
                                    members.lot(
                                            entry,
                                            place,
                                            Optional.empty(),
                                            programme.points().expiry().last(day)),
                                    points);
                        case Grant.Given.Vouchers(var type, var count, var validity) ->
                            new Posting(
                                    Account.ISSUED,
                                    Account.of(member),
                                    Asset.voucher(type),
                                    members.lot(entry, place, Optional.of(validity.first(day)), validity.last(day)),
                                    count);
                    });
        }
        return List.copyOf(postings);
    }
}

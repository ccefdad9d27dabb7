package io.huitai.till.club;

import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.member.KnownMembers;

/// What members do at a till: join and leave, their cards, points, gifts, stored value, subscriptions and tiers.
public record ClubDesk(
        Members members,
        Cards cards,
        Roster roster,
        Leaving leaving,
        PointsDesk points,
        Gifts gifts,
        Subscriptions subscriptions,
        Recharges recharges,
        TierApplications tierApplications,
        ClubEvents events) {
    public static ClubDesk of(Kernel kernel, KnownMembers known, Operators operators) {
        var book = kernel.book();
        var scheme = kernel.scheme();
        var members = known.book();
        var proofs = known.proofs();
        var persons = kernel.settings().house().persons();
        var cards = new Cards(book, scheme, members, known.cards(), operators, persons);
        return new ClubDesk(
                new Members(book, scheme, members, known.due(), operators, cards, proofs),
                cards,
                new Roster(book, scheme, members, operators),
                new Leaving(book, scheme, members, operators),
                new PointsDesk(book, scheme, members, operators, proofs),
                new Gifts(book, scheme, members, proofs),
                new Subscriptions(book, scheme, members),
                new Recharges(book, scheme, members, operators),
                new TierApplications(
                        book, scheme, members, operators, kernel.outlet().calendar()),
                new ClubEvents(book, scheme, members));
    }
}

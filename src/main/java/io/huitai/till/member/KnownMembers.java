package io.huitai.till.member;

import io.huitai.till.book.Kernel;
import io.huitai.till.book.Operators;
import io.huitai.till.settings.CodeKeys;
import io.huitai.till.settings.ReaderNames;

/// How a till knows its members: what they have, their cards and codes, what is due to them, and their proofs.
public record KnownMembers(
        MemberBook book, KnownCards cards, ShownCodes codes, Reviews reviews, DueGrants due, Proofs proofs) {
    public static KnownMembers of(Kernel kernel, MemberBook members, Operators operators, CodeKeys keys) {
        var book = kernel.book();
        var cards = new KnownCards(book, ReaderNames.cardForms(kernel.settings()));
        var codes = new ShownCodes(book);
        var reviews = new Reviews(book, kernel.scheme(), members);
        var due = new DueGrants(book, kernel.scheme(), members, reviews);
        var persons = kernel.settings().house().persons();
        var proofs = new Proofs(book, members, operators, kernel.attempts(), persons, cards, keys, codes);
        return new KnownMembers(members, cards, codes, reviews, due, proofs);
    }
}

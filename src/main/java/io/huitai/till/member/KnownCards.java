package io.huitai.till.member;

import io.huitai.device.decode.CardForm;
import io.huitai.device.decode.Uids;
import io.huitai.shop.CardNumber;
import io.huitai.shop.MemberNo;
import io.huitai.store.Store;
import io.huitai.till.book.Book;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds members' cards by what any reader makes of their number: as it was bound, and in the forms that this till's
/// keyboard readers type.
public final class KnownCards {
    private static final int LONGEST = 40;

    private final Book book;
    private final List<CardForm> forms;

    /// @param forms in which numbers may come
    KnownCards(Book book, List<CardForm> forms) {
        this.book = book;
        this.forms = List.copyOf(forms);
    }

    /// A card that is somebody's.
    public record Held(CardNumber number, MemberNo member, boolean blocked) {}

    /// The card of exactly this number.
    public Optional<Held> exactly(String number) {
        if (number.isBlank()
                || number.length() > LONGEST
                || number.chars().anyMatch(Character::isISOControl)
                || isNobodys(number)) {
            return Optional.empty();
        }
        var card = new CardNumber(number);
        return book.store().card(card).map(holder -> new Held(card, holder.member(), holder.blocked()));
    }

    /// The card of this number, or else of what it is in any form. Refused: `CARD_UNREADABLE` where it may be the cards
    /// of several members.
    public Optional<Held> find(String shown) {
        var exact = exactly(shown);
        return exact.isPresent() ? exact : only(guessed(shown));
    }

    /// The number of a contactless card as a keyboard reader types it, in the first form that gives it as many bytes as
    /// such cards have: ten digits are a decimal number rather than five bytes.
    public Optional<String> uid(String typed) {
        var read = whole(typed).toList();
        return read.stream()
                .filter(Uids::isUsual)
                .findFirst()
                .or(() -> read.stream().findFirst());
    }

    /// A card's number in each form in which readers may have given it.
    public List<CardNumber> forms(CardNumber number) {
        return Stream.concat(Stream.of(number.value()), whole(number.value()))
                .distinct()
                .map(CardNumber::new)
                .toList();
    }

    /// All that a number is whole in some form, in the order of the forms.
    private Stream<String> whole(String typed) {
        return forms.stream().flatMap(form -> form.guesses(typed).stream()).flatMap(guess -> switch (guess) {
            case CardForm.Guess.Whole(var hex) -> Stream.of(hex);
            case CardForm.Guess.Part _ -> Stream.<String>empty();
        });
    }

    /// Digits alone may be a magstripe card's number that the house chose.
    private static boolean isNobodys(String number) {
        return Uids.isOneByte(number)
                || (number.chars().anyMatch(character -> character > '9')
                        && Uids.hex(number).filter(Uids::isNobodys).isPresent());
    }

    private Map<CardNumber, Held> guessed(String shown) {
        var found = new LinkedHashMap<CardNumber, Held>();
        forms.stream()
                .flatMap(form -> form.guesses(shown).stream())
                .flatMap(guess -> switch (guess) {
                    case CardForm.Guess.Whole(var hex) ->
                        Uids.isNobodys(hex) ? Stream.<Held>empty() : exactly(hex).stream();
                    case CardForm.Guess.Part(var last, var first) ->
                        Stream.of("__" + last, "____" + last, first + "__", first + "____")
                                .flatMap(like -> book.store().cardsLike(like).stream())
                                .map(KnownCards::held)
                                .filter(held -> !isNobodys(held.number().value()));
                })
                .forEach(held -> found.putIfAbsent(held.number(), held));
        return found;
    }

    private static Held held(Store.CardOf card) {
        return new Held(card.number(), card.holder().member(), card.holder().blocked());
    }

    private static Optional<Held> only(Map<CardNumber, Held> found) {
        if (found.values().stream().map(Held::member).distinct().count() > 1) {
            throw Refusal.worded(ErrorCode.CARD_UNREADABLE, "ambiguous");
        }
        return found.values().stream()
                .filter(held -> !held.blocked())
                .findFirst()
                .or(() -> found.values().stream().findFirst());
    }
}

package io.huitai.ui.member;

import io.huitai.shop.MemberNo;
import io.huitai.till.Desk;
import io.huitai.till.member.MemberView;
import io.huitai.till.refusal.Refusal;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Finds members by phone, name or number.
final class MemberModel {
    private final Errands errands;
    private final Notices notices;
    private String answered = "";
    private final ReadOnlyObjectWrapper<List<MemberView>> found = new ReadOnlyObjectWrapper<>(List.of());

    MemberModel(Errands errands, Notices notices) {
        this.errands = errands;
        this.notices = notices;
    }

    ReadOnlyObjectProperty<List<MemberView>> found() {
        return found.getReadOnlyProperty();
    }

    /// The one member whom a text has found already; empty where it has not been looked up, or found others too.
    Optional<MemberView> only(String typed) {
        return typed.strip().equals(answered) && found.get().size() == 1
                ? Optional.of(found.get().getFirst())
                : Optional.empty();
    }

    void search(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return;
        }
        errands.desk(desk -> search(desk, text), members -> {
            answered = text;
            found.set(members);
            if (members.isEmpty()) {
                notices.say(Notices.Kind.HINT, "member.none");
            } else {
                notices.clear();
            }
        });
    }

    /// Whom a phone number, a name or a member's number means.
    static List<MemberView> search(Desk desk, String text) {
        var byPhone = desk.club().members().byPhone(text);
        if (!byPhone.isEmpty()) {
            return byPhone;
        }
        var byName = desk.club().members().byName(text);
        return byName.isEmpty() && text.length() <= 32 ? byNumber(desk, text) : byName;
    }

    private static List<MemberView> byNumber(Desk desk, String text) {
        try {
            return List.of(desk.club().members().view(MemberNo.read(text)));
        } catch (Refusal | IllegalArgumentException _) { // of signs that nobody sees
            return List.of();
        }
    }
}

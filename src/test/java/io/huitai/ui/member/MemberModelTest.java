package io.huitai.ui.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.shop.Lang;
import io.huitai.shop.person.Handwriting;
import io.huitai.till.book.Approver;
import io.huitai.till.club.Members;
import io.huitai.till.member.MemberView;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import io.huitai.ui.fittings.Counter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberModelTest {
    @TempDir
    private Path directory;

    private Counter counter;
    private MemberModel model;

    @BeforeEach
    void open() {
        counter = new Counter(directory.resolve("store"), "vip-points");
        model = new MemberModel(counter.errands(), counter.notices());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static Members.Application application(String name, String phone) {
        return new Members.Application(
                name,
                phone,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Members.Ground.None());
    }

    private String only(String typed) {
        model.search(typed);
        counter.settle();
        return model.only(typed).map(MemberView::no).map(Object::toString).orElse("none or several");
    }

    @RepeatedTest(2)
    void oneBoxFindsAMemberByPhoneNameAndNumberInEveryHand(RepetitionInfo seed) {
        var hand = new Handwriting(new Random(seed.getCurrentRepetition()));
        for (var i = 0; i < 15; i++) {
            var name = hand.name() + (char) ('一' + i);
            var phone = hand.mobile();
            var no = counter.at(desk -> desk.club()
                    .members()
                    .enrol(application(hand.name(name), hand.mobile(phone)), Approver.NOBODY)
                    .member()
                    .no()
                    .toString());
            for (var typed :
                    new String[] {hand.mobile(phone), hand.name(name), hand.wide(no), no.toLowerCase(Locale.ROOT)}) {
                assertThat(only(typed))
                        .as("seed %s: %s %s as '%s'", seed.getCurrentRepetition(), name, phone, typed)
                        .isEqualTo(no);
            }
        }
        assertThat(only("\u200B\uFEFF")).isEqualTo("none or several");
        assertThat(only("无此人")).isEqualTo("none or several");
    }

    @Test
    void theFormIsToldInItsOwnWordsWhatIsWrong() {
        var refused = counter.at(desk -> {
            try {
                desk.club().members().enrol(application("甲", "abc"), Approver.NOBODY);
                return "taken";
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
                return refusal.text(Lang.ZH) + refusal.text(Lang.EN);
            }
        });
        assertThat(refused).contains("phone（手机）", "11 位手机号", "a landline with its area code");
    }
}

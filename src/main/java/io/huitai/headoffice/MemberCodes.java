package io.huitai.headoffice;

import static io.huitai.journal.fact.FactJson.mapper;

import io.huitai.journal.TillKey;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.protocol.CodeMessage;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.RefusalReason;
import io.huitai.protocol.SignedCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.hibernate.StatelessSession;

/// Signs the codes that members show at tills.
final class MemberCodes {
    private static final int CODES = 1;
    private static final int ANSWERS = 2;

    private final Database database;

    MemberCodes(Database database) {
        this.database = database;
    }

    /// What tills verify codes with: X.509, Base64.
    String publicKey() {
        return Base64.getEncoder().encodeToString(key(CODES).publicKey().getEncoded());
    }

    Answer<CodeMessage> sign(CodeRequestMessage request) {
        if (request.version() != Protocol.VERSION) {
            return Answer.refused(RefusalReason.VERSION, "Head office speaks version " + Protocol.VERSION);
        }
        var row = database.read(
                session -> session.get(Rows.MemberRow.class, request.member().value()));
        if (row == null) {
            return Answer.refused(RefusalReason.MALFORMED, "Nobody knows the member " + request.member());
        }
        try {
            var code = code(request, mapper().readValue(row.body, MemberRecord.class));
            return new Answer.Given<>(new CodeMessage(Protocol.VERSION, code.signed(key(CODES))));
        } catch (DateTimeException notADay) {
            return Answer.refused(RefusalReason.MALFORMED, "Not a day: " + request.lastDay());
        }
    }

    private static SignedCode code(CodeRequestMessage request, MemberRecord member) {
        var last = LocalDate.parse(request.lastDay());
        return request.voucher().isPresent()
                ? new SignedCode.OfVoucher(member.no(), request.voucher().get(), last)
                : new SignedCode.OfMember(
                        member.no(), member.tier(), member.profile().maskedName(), request.phone(), last);
    }

    /// What head office's answers are signed with.
    TillKey ofAnswers() {
        return key(ANSWERS);
    }

    /// Made once; processes that start together agree on the first.
    private TillKey key(int id) {
        var known = database.read(session -> row(session, id));
        return TillKey.of((known == null ? database.inTransaction(session -> make(session, id)) : known).pem);
    }

    private static Rows.CodeKeyRow row(StatelessSession session, int id) {
        return session.get(Rows.CodeKeyRow.class, id);
    }

    private static Rows.CodeKeyRow make(StatelessSession session, int id) {
        Lanes.lockAll(session);
        var meanwhile = row(session, id);
        if (meanwhile != null) {
            return meanwhile;
        }
        var row = new Rows.CodeKeyRow();
        row.id = id;
        row.pem = TillKey.generate().pem();
        session.insert(row);
        return row;
    }
}

package io.huitai.till;

import io.huitai.journal.Fact;
import io.huitai.journal.GivenGround;
import io.huitai.journal.MemberRecord;
import io.huitai.journal.Profile;
import io.huitai.programme.Membership.RosterLevel;
import io.huitai.programme.TierId;
import io.huitai.shop.Approval;
import io.huitai.shop.IdentityDocument;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.PhoneNumber;
import io.huitai.shop.Role;
import io.huitai.shop.Writing;
import io.huitai.till.RosterFile.Column;
import io.huitai.till.RosterFile.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;

/// Companies' people, enrolled from a file.
public final class Roster {
    /// How many people are dealt with in one step, which is one frame.
    private static final int FRAME = 200;

    private final Book book;
    private final Scheme scheme;
    private final MemberBook members;
    private final Operators operators;
    private final JoiningGrants grants;

    Roster(Book book, Scheme scheme, MemberBook members, Operators operators) {
        this.book = book;
        this.scheme = scheme;
        this.members = members;
        this.operators = operators;
        this.grants = new JoiningGrants(book, scheme, members);
    }

    /// What became of a roster.
    ///
    /// @param enrolled how many have become members
    public record Imported(long enrolled, List<Rejected> rejected) {}

    /// A line that enrolled nobody.
    ///
    /// @param row the line of the file; the header is 1
    public record Rejected(long row, Fault fault, String found) {
        /// What is wrong, for whoever wrote the file.
        public String text(Lang lang) {
            var bundle = ResourceBundle.getBundle("io.huitai.till.texts", Refusal.locale(lang));
            return new MessageFormat(bundle.getString("roster.rejected." + fault), Locale.ROOT)
                    .format(new Object[] {found});
        }

        public ErrorCode code() {
            return ErrorCode.BAD_REQUEST;
        }
    }

    /// What a line lacks.
    public enum Fault {
        LINE,
        COMPANY,
        NAME,
        PHONE,
        PHONE_NUMBER,
        DOCUMENT,
        IDENTITY_NUMBER,
        LEVEL
    }

    /// Enrols the people of a file, with approval; whoever has a membership by their document keeps it as it is.
    /// Refused: `NOT_IN_PROGRAMME`, `BAD_FILE`, approvals.
    public Imported importFile(String name, Approver approver) {
        try (var enrolling = begin(name, approver)) {
            while (!enrolling.step().ended()) {
                // the next ones
            }
            return enrolling.imported();
        }
    }

    /// The same for who does other things between the steps. Nobody is enrolled yet. Refused: as {@link #importFile}.
    public Enrolling begin(String name, Approver approver) {
        var operator = book.atTheTill();
        if (scheme.now().membership().enrolment().roster().isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "import-roster");
        }
        var file = RosterFile.read(name);
        var people = file.people();
        var digest = sha256(file.bytes());
        Function<Approval, Fact.RosterImported> step = approval -> new Fact.RosterImported(digest, people, approval);
        var imported = operators.approved(approver, Role.SUPERVISOR, step);
        return new Enrolling(file.open(), people, imported, operator.id());
    }

    /// How far a roster is.
    ///
    /// @param read how many of its people are dealt with
    public record Progress(long read, long people, boolean ended) {}

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// A file while its people become members, some hundred at a time; the first frame tells who approved it. Whatever
    /// ends it early, the same file goes on where it was. Used at the desk only.
    public final class Enrolling implements AutoCloseable {
        private final RosterFile.People file;
        private final long people;
        private final Fact.RosterImported imported;
        private final OperatorId operator;
        private final List<Fact> frame = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private final Set<String> documents = new HashSet<>();
        private long read;
        private long enrolled;

        private Enrolling(RosterFile.People file, long people, Fact.RosterImported imported, OperatorId operator) {
            this.file = file;
            this.people = people;
            this.imported = imported;
            this.operator = operator;
        }

        /// Enrols the next people. Refused: `NOT_SIGNED_IN`.
        public Progress step() {
            book.atTheTill();
            for (var i = 0; i < FRAME && file.hasNext(); i++) {
                person(file.next());
                read++;
            }
            flush();
            return new Progress(read, people, !file.hasNext());
        }

        /// What has become of it so far.
        public Imported imported() {
            return new Imported(enrolled, List.copyOf(rejected));
        }

        @Override
        public void close() {
            file.close();
        }

        private void person(Person person) {
            var fault = fault(person);
            if (fault.isPresent()) {
                rejected.add(new Rejected(person.line(), fault.get(), found(fault.get(), person)));
                return;
            }
            var document = document(person);
            var known = book.store().membersByDocument(document).stream().anyMatch(MemberRecord::isActive);
            if (known || !documents.add(document.key())) {
                return;
            }
            if (enrolled == 0 && frame.isEmpty()) {
                frame.add(imported);
            }
            frame.add(enrolled(person, documents.size() - 1));
        }

        private void flush() {
            if (!frame.isEmpty()) {
                book.record(true, frame);
                enrolled += documents.size();
                frame.clear();
                documents.clear();
            }
        }

        /// @param before how many of this frame are enrolled before
        private Fact.MemberEnrolled enrolled(Person person, int before) {
            var no = members.nextNo(before);
            var tier = tier(person).orElseThrow().value();
            var made = grants.joining(no, tier, false, book.journal().next() + frame.size());
            return new Fact.MemberEnrolled(
                    no,
                    profile(person, operator),
                    tier,
                    "",
                    Optional.empty(),
                    GivenGround.NONE,
                    Optional.empty(),
                    made.ids(),
                    Optional.empty(),
                    made.postings());
        }
    }

    private Optional<Fault> fault(Person person) {
        if (person.cells().isEmpty()) {
            return Optional.of(Fault.LINE);
        }
        for (var column : Column.values()) {
            if (Writing.plain(person.of(column)).isEmpty()) {
                return Optional.of(Fault.valueOf(column.name()));
            }
        }
        if (!document(person).isGood(book.today())) {
            return Optional.of(Fault.IDENTITY_NUMBER);
        }
        if (PhoneNumber.isNone(person.of(Column.PHONE))) {
            return Optional.of(Fault.PHONE);
        }
        if (PhoneNumber.read(person.of(Column.PHONE)).isEmpty()) {
            return Optional.of(Fault.PHONE_NUMBER);
        }
        return tier(person).isEmpty() ? Optional.of(Fault.LEVEL) : Optional.empty();
    }

    /// Only what is no secret is said again.
    private static String found(Fault fault, Person person) {
        return switch (fault) {
            case LEVEL -> person.of(Column.LEVEL);
            case LINE, COMPANY, NAME, PHONE, PHONE_NUMBER, DOCUMENT, IDENTITY_NUMBER -> "";
        };
    }

    private Optional<TierId> tier(Person person) {
        return RosterLevel.of(Writing.plain(person.of(Column.LEVEL)).toLowerCase(Locale.ROOT))
                .map(scheme.now().membership().enrolment().roster()::get);
    }

    private static IdentityDocument document(Person person) {
        return IdentityDocument.untyped(person.of(Column.DOCUMENT));
    }

    /// @param operator who began it
    private Profile profile(Person person, OperatorId operator) {
        var document = document(person);
        return new Profile(
                Writing.tidy(person.of(Column.NAME)),
                PhoneNumber.read(person.of(Column.PHONE)).orElseThrow().value(),
                "",
                document.type(),
                document.no(),
                Optional.empty(),
                "",
                false,
                book.today(),
                new Profile.Origin(Writing.tidy(person.of(Column.COMPANY)), Optional.empty(), Optional.of(operator)));
    }
}

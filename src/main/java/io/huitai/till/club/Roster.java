package io.huitai.till.club;

import io.huitai.device.decode.FreeText;
import io.huitai.intake.SentCell;
import io.huitai.intake.SentTable;
import io.huitai.journal.fact.Fact;
import io.huitai.journal.fact.GivenGround;
import io.huitai.journal.fact.Limits;
import io.huitai.journal.fact.MemberRecord;
import io.huitai.journal.fact.Profile;
import io.huitai.programme.scheme.Membership.RosterLevel;
import io.huitai.shop.Approval;
import io.huitai.shop.Lang;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import io.huitai.shop.Wording;
import io.huitai.shop.Writing;
import io.huitai.shop.id.TierId;
import io.huitai.shop.person.IdentityDocument;
import io.huitai.shop.person.PhoneNumber;
import io.huitai.till.book.Approver;
import io.huitai.till.book.Book;
import io.huitai.till.book.Operators;
import io.huitai.till.book.Scheme;
import io.huitai.till.book.Step;
import io.huitai.till.club.RosterFile.Column;
import io.huitai.till.member.JoiningGrants;
import io.huitai.till.member.MemberBook;
import io.huitai.till.refusal.ErrorCode;
import io.huitai.till.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Companies' people, enrolled from a file.
public final class Roster {
    /// How many people are dealt with in one step, which is one frame.
    private static final int FRAME = 200;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{7,}");
    private static final int LONGEST_PHONE = 15;

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
    /// @param row the line of the file; 1 is the first
    /// @param at the cell that is at fault, where it is one
    public record Rejected(long row, Fault fault, String found, Optional<At> at) {
        /// A payment card's number is not said again, wherever it was found.
        public Rejected {
            found = FreeText.holdsPan(found) ? "" : found;
        }

        /// What is wrong, for whoever wrote the file.
        public String text(Lang lang) {
            var wording = Wording.of(Roster.class, lang);
            var place = at.map(cell -> wording.say("roster.column." + cell.column()) + " " + cell.place())
                    .orElse("");
            return wording.say("roster.rejected." + fault, found, place);
        }

        public ErrorCode code() {
            return ErrorCode.BAD_REQUEST;
        }
    }

    /// A cell of a rejected line.
    ///
    /// @param column what stands in it, as "PHONE"
    /// @param place as "C", its column's letter
    public record At(String column, String place) {}

    /// What a line lacks.
    public enum Fault {
        LINE,
        HIDDEN,
        ERROR,
        LOST_DIGITS,
        DAY,
        TRUTH,
        FRACTION,
        FORMULA,
        LONG,
        UNFIT,
        PAN,
        PHONES,
        COMPANY,
        NAME,
        PHONE,
        PHONE_NUMBER,
        DOCUMENT,
        IDENTITY_NUMBER,
        LEVEL
    }

    /// Whether a roster can be imported at all, asked before its file is read. Refused: `NOT_SIGNED_IN`,
    /// `NOT_IN_PROGRAMME`.
    public boolean isAsked() {
        book.atTheTill();
        if (scheme.now().membership().enrolment().roster().isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_IN_PROGRAMME, "import-roster");
        }
        return true;
    }

    /// Begins to enrol the people of a file, with approval; whoever has a membership by their document keeps it as it
    /// is. Nobody is enrolled yet. Refused: `NOT_IN_PROGRAMME`, approvals.
    public Enrolling begin(RosterFile file, Approver approver) {
        isAsked();
        var operator = book.atTheTill();
        var people = file.people().size();
        Function<Approval, Fact.RosterImported> step =
                approval -> new Fact.RosterImported(file.digest(), people, approval);
        var imported = operators.approved(approver, Role.SUPERVISOR, step);
        return new Enrolling(file, imported, operator.id());
    }

    /// How far a roster is.
    ///
    /// @param read how many of its people are dealt with
    public record Progress(long read, long people, boolean ended) {}

    /// A file while its people become members, some hundred at a time; the first frame tells who approved it. Whatever
    /// ends it early, the same file goes on where it was. Used at the desk only.
    public final class Enrolling {
        private final List<SentTable.Row<Column>> people;
        private final Fact.RosterImported imported;
        private final OperatorId operator;
        private final List<Rejected> rejected = new ArrayList<>();
        private final Set<String> documents = new HashSet<>();
        private int read;
        private int refused;
        private long enrolled;

        private Enrolling(RosterFile file, Fact.RosterImported imported, OperatorId operator) {
            this.people = file.people();
            this.imported = imported;
            this.operator = operator;
        }

        /// Enrols the next people. Refused: `NOT_SIGNED_IN`.
        public Progress step() {
            book.atTheTill();
            documents.clear(); // of a frame that the disk refused: its people come again
            rejected.subList(refused, rejected.size()).clear();
            var frame = book.step();
            var next = read;
            for (var i = 0; i < FRAME && next < people.size(); i++) {
                person(people.get(next++), frame);
            }
            flush(frame);
            read = next;
            refused = rejected.size();
            return new Progress(read, people.size(), read == people.size());
        }

        /// What has become of it so far.
        public Imported imported() {
            return new Imported(enrolled, List.copyOf(rejected));
        }

        private void person(SentTable.Row<Column> person, Step frame) {
            var fault = fault(person);
            if (fault.isPresent()) {
                rejected.add(fault.get());
                return;
            }
            var document = document(person);
            var known = book.store().membersByDocument(document).stream().anyMatch(MemberRecord::isActive);
            if (known || documents.contains(document.key())) {
                return;
            }
            if (enrolled == 0 && frame.isEmpty()) {
                frame.put(imported);
            }
            var enrolling = enrolled(person, documents.size(), frame.number());
            var excess = Limits.of(enrolling);
            if (excess.isPresent()) {
                rejected.add(unfit(person, excess.get()));
                return;
            }
            frame.put(enrolling);
            documents.add(document.key());
        }

        private void flush(Step frame) {
            if (!documents.isEmpty()) {
                frame.forced();
                enrolled += documents.size();
            }
        }

        /// @param before how many of this frame are enrolled before
        /// @param entry that enrols them
        private Fact.MemberEnrolled enrolled(SentTable.Row<Column> person, int before, long entry) {
            var no = members.nextNo(before);
            var tier = tier(person).orElseThrow();
            var made = grants.joining(no, tier, false, entry);
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

    private Optional<Rejected> fault(SentTable.Row<Column> person) {
        return whole(person).or(() -> spoilt(person)).or(() -> said(person));
    }

    private static Optional<Rejected> whole(SentTable.Row<Column> person) {
        return person.fault().map(fault -> switch (fault) {
            case UNREADABLE -> rejected(person, Fault.LINE, "");
            case HIDDEN -> rejected(person, Fault.HIDDEN, "");
        });
    }

    /// What a spreadsheet has done to a cell.
    private static Optional<Rejected> spoilt(SentTable.Row<Column> person) {
        for (var column : Column.values()) {
            var spoilt =
                    person.cell(column).flatMap(cell -> cell.spoilt().map(how -> spoilt(person, column, cell, how)));
            if (spoilt.isPresent()) {
                return spoilt;
            }
        }
        return Optional.empty();
    }

    private static Rejected spoilt(SentTable.Row<Column> person, Column column, SentCell cell, SentCell.Spoilt how) {
        var fault = switch (how) {
            case ERROR -> Fault.ERROR;
            case LOST_DIGITS -> Fault.LOST_DIGITS;
            case DAY -> Fault.DAY;
            case TRUTH -> Fault.TRUTH;
            case FRACTION -> Fault.FRACTION;
            case FORMULA -> Fault.FORMULA;
            case LONG -> Fault.LONG;
        };
        return new Rejected(person.line(), fault, cell.found(), Optional.of(new At(column.name(), cell.place())));
    }

    /// What the books could not hold of it.
    private static Rejected unfit(SentTable.Row<Column> person, Limits.Excess excess) {
        var at = Stream.of(Column.values())
                .filter(column -> excess.field().toUpperCase(Locale.ROOT).startsWith(column.name()))
                .flatMap(column -> person.cell(column).map(cell -> new At(column.name(), cell.place())).stream())
                .findFirst();
        var fault = excess.kind() == Limits.Excess.Kind.PAN ? Fault.PAN : Fault.UNFIT;
        return new Rejected(person.line(), fault, Long.toString(excess.most()), at);
    }

    /// What the cells say. Only what is no secret is said again.
    private Optional<Rejected> said(SentTable.Row<Column> person) {
        for (var column : Column.values()) {
            if (Writing.plain(person.of(column)).isEmpty()) {
                return Optional.of(rejected(person, Fault.valueOf(column.name()), ""));
            }
        }
        if (!document(person).isGood(book.today())) {
            return Optional.of(rejected(person, Fault.IDENTITY_NUMBER, ""));
        }
        var phone = person.of(Column.PHONE);
        if (PhoneNumber.isNone(phone)) {
            return Optional.of(rejected(person, Fault.PHONE, ""));
        }
        if (PhoneNumber.read(phone).isEmpty()) {
            return Optional.of(rejected(person, isMoreThanOne(phone) ? Fault.PHONES : Fault.PHONE_NUMBER, ""));
        }
        return tier(person).isEmpty()
                ? Optional.of(rejected(person, Fault.LEVEL, person.of(Column.LEVEL)))
                : Optional.empty();
    }

    /// As "13900000604/13900000605": no number is so long, or comes in two pieces like these.
    private static boolean isMoreThanOne(String phone) {
        return phone.chars().filter(c -> c >= '0' && c <= '9').count() > LONGEST_PHONE
                || NUMBER.matcher(phone).results().count() > 1;
    }

    private static Rejected rejected(SentTable.Row<Column> person, Fault fault, String found) {
        return new Rejected(person.line(), fault, found, Optional.empty());
    }

    private Optional<TierId> tier(SentTable.Row<Column> person) {
        return RosterLevel.of(Writing.plain(person.of(Column.LEVEL)).toLowerCase(Locale.ROOT))
                .map(scheme.now().membership().enrolment().roster()::get);
    }

    private static IdentityDocument document(SentTable.Row<Column> person) {
        return IdentityDocument.untyped(person.of(Column.DOCUMENT));
    }

    /// @param operator who began it
    private Profile profile(SentTable.Row<Column> person, OperatorId operator) {
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

package io.huitai;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.huitai.journal.Journal;
import io.huitai.shop.Approval;
import io.huitai.shop.OperatorId;
import io.huitai.shop.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Keeps the house in order: the rooms, their floors, and what a room must not know. A floor moves only with a
/// decision note and with the twin of this table in `.github/CONTRIBUTING.md`.
class HouseTest {
    private static final List<Room> ROOMS = List.of(
            new Room(0, "money"),
            new Room(1, "shop"),
            new Room(1, "device"),
            new Room(2, "ledger"),
            new Room(2, "intake"),
            new Room(3, "programme"),
            new Room(4, "journal"),
            new Room(5, "store"),
            new Room(5, "protocol"),
            new Room(5, "receipt"),
            new Room(6, "sync"),
            new Room(7, "till"),
            new Room(8, "ui"),
            new Room(8, "console"),
            new Room(8, "headoffice"),
            new Room(9, "simulation"));

    /// Rooms within rooms, each with its own floors; a row of the room's own name is what stands in it itself.
    private static final List<List<Room>> WITHIN = List.of(
            List.of(new Room(1, "shop"), new Room(1, "shop.id"), new Room(2, "shop.person")),
            List.of(
                    new Room(1, "device.decode"),
                    new Room(2, "device"),
                    new Room(2, "device.wedge"),
                    new Room(3, "device.simulator"),
                    new Room(4, "device.driver")),
            List.of(
                    new Room(1, "programme.words"),
                    new Room(2, "programme.scheme"),
                    new Room(3, "programme.pricing"),
                    new Room(4, "programme.doubt"),
                    new Room(5, "programme.file")),
            List.of(
                    new Room(1, "journal.log"),
                    new Room(1, "journal.fact"),
                    new Room(2, "journal.secret"),
                    new Room(3, "journal.feed"),
                    new Room(4, "journal")),
            List.of(
                    new Room(1, "till.refusal"),
                    new Room(2, "till.settings"),
                    new Room(3, "till.book"),
                    new Room(4, "till.member"),
                    new Room(4, "till.training"),
                    new Room(5, "till.bill"),
                    new Room(5, "till.club"),
                    new Room(5, "till.shift"),
                    new Room(5, "till.report"),
                    new Room(6, "till.sale"),
                    new Room(7, "till.refund"),
                    new Room(7, "till.paper"),
                    new Room(7, "till.past"),
                    new Room(8, "till")));

    private static final int MOST_TYPES = 30;

    private static final Set<String> INSIDE = Set.of(
            "io.huitai.till.book.Book",
            "io.huitai.till.book.Bill",
            "io.huitai.till.book.Kernel",
            "io.huitai.till.book.Scheme",
            "io.huitai.till.member.KnownMembers",
            "io.huitai.till.member.MemberBook",
            "io.huitai.till.bill.Pricer");

    /// The command line and the wiring, above all rooms.
    private static final String ROOF = "io.huitai";

    private static final String FOUND_BY_NAME =
            "a new developer should find any line by name; a new room needs a decision note";

    private static final String[] JDK = {"java..", "javax.."};
    private static final String NULLNESS = "org.jspecify.annotations..";
    private static final String[] DRIVERS = {"io.huitai.device.driver..", "io.huitai.device.simulator.."};

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOF);

    @Test
    void everyClassLivesInARoomOrUnderTheRoof() {
        check(classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOF), ROOMS.stream().map(Room::everything))
                                .toArray(String[]::new))
                .because(FOUND_BY_NAME));
    }

    @TestFactory
    Stream<DynamicTest> everyClassOfARoomWithRoomsLivesInOneOfThem() {
        return WITHIN.stream()
                .map(rooms -> DynamicTest.dynamicTest(
                        rooms.getFirst().house(),
                        () -> check(classes()
                                .that()
                                .resideInAPackage(ROOF + "." + rooms.getFirst().house() + "..")
                                .should()
                                .resideInAnyPackage(
                                        rooms.stream().map(Room::itself).toArray(String[]::new))
                                .because(FOUND_BY_NAME))));
    }

    @TestFactory
    Stream<DynamicTest> aRoomImportsLowerFloorsOnly() {
        return Stream.concat(
                lowerOnly(ROOMS, Room::everything, Stream.of(ROOF)),
                WITHIN.stream().flatMap(rooms -> lowerOnly(rooms, Room::itself, Stream.of())));
    }

    private static Stream<DynamicTest> lowerOnly(
            List<Room> rooms, Function<Room, String> packages, Stream<String> roof) {
        var above = roof.toList();
        return rooms.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.name() + " on floor " + room.floor(),
                        () -> check(noClasses()
                                .that()
                                .resideInAPackage(packages.apply(room))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(Stream.concat(
                                                above.stream(),
                                                rooms.stream()
                                                        .filter(other ->
                                                                other.floor() >= room.floor() && !other.equals(room))
                                                        .map(packages))
                                        .toArray(String[]::new))
                                .because("a room may import any lower floor, none of its own or above"))));
    }

    @Test
    void noRoomHoldsMoreTypesThanANewcomerCanLookOver() {
        var sizes = HOUSE.stream()
                .filter(type -> type.isTopLevelClass()
                        && !generated(type)
                        && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes.values())
                .allSatisfy(size -> assertThat(size).as("%s", sizes).isLessThanOrEqualTo(MOST_TYPES));
    }

    /// A word names one thing.
    @Test
    void everyTypeHasANameOfItsOwn() {
        var twice = HOUSE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(twice.values()).filteredOn(named -> named.size() > 1).isEmpty();
    }

    @Test
    void packagesAreFreeOfCircles() {
        check(slices().matching("io.huitai.(**)").should().beFreeOfCycles());
    }

    @Test
    void frontsReachTheTillThroughItsDoors() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.huitai.ui..", "io.huitai.console..")
                .should()
                .dependOnClassesThat(describe("belong to the till's inside", type -> INSIDE.contains(type.getName())))
                .because("a front asks Till and Desk; book, member book and pricer are theirs alone"));
    }

    @Test
    void nobodyGuessesTheNextEntrysNumber() {
        check(noClasses()
                .that()
                .resideInAPackage("io.huitai.till..")
                .and()
                .resideOutsideOfPackage("io.huitai.till.book")
                .should()
                .callMethod(Journal.class, "next")
                .because("a step numbers the facts of an act, and is refused where an entry came between"));
    }

    @Test
    void theWindowMintsNoRefusal() {
        check(noClasses()
                .that()
                .resideInAPackage("io.huitai.ui..")
                .should()
                .callMethodWhere(describe(
                        "mints a refusal",
                        call -> call.getTargetOwner().getName().equals("io.huitai.till.refusal.Refusal")
                                && Set.of("of", "worded", "ofField", "approvalRequired")
                                        .contains(call.getName())))
                .because("what is refused, and why, is decided in one place for both fronts"));
    }

    @Test
    void moneyNeedsTheJdkOnly() {
        check(onlyNeeds("money", "io.huitai.money.."));
    }

    @Test
    void theLedgerNeedsTheJdkAndTheFloorsBelowOnly() {
        check(onlyNeeds("ledger", "io.huitai.ledger..", "io.huitai.shop..", "io.huitai.money.."));
    }

    @Test
    void programmesArePure() {
        check(classes()
                .that(programmes())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.math..",
                                "java.time..",
                                "java.util..",
                                "com.ibm.icu..",
                                NULLNESS,
                                "io.huitai.programme.words",
                                "io.huitai.programme.scheme",
                                "io.huitai.programme.pricing",
                                "io.huitai.programme.doubt",
                                "io.huitai.ledger..",
                                "io.huitai.shop..",
                                "io.huitai.money..")
                        .and(resideOutsideOfPackages(
                                "java.util.logging..", "java.util.concurrent..", "java.util.zip..")))
                .because("pricing is one pure function of its arguments: no clock, no store, no file, no thread; "
                        + "only programme.file reads files, and ICU4J knows the Chinese calendar"));
    }

    @Test
    void frontsKnowNeitherJournalNorProtocolNorDrivers() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.huitai.ui..", "io.huitai.console..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(Stream.of("io.huitai.journal..", "io.huitai.protocol.."), Stream.of(DRIVERS))
                                .toArray(String[]::new))
                .because("window and console are two fronts on the same till and hold no rule of their own"));
    }

    @Test
    void headOfficeKnowsNothingOfATillsInside() {
        check(noClasses()
                .that()
                .resideInAPackage("io.huitai.headoffice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.huitai.store..", "io.huitai.till..", "io.huitai.sync..", "io.huitai.device..")
                .because("head office has a schema of its own and speaks to tills through protocol only"));
    }

    @Test
    void theStoreReadsNoProgrammeFileAndNoDevice() {
        check(noClasses()
                .that()
                .resideInAPackage("io.huitai.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.huitai.programme.file..", "io.huitai.device..")
                .because("the store is a view of journal and feed, and of nothing else"));
    }

    @Test
    void receiptsAreDocumentsNotDevices() {
        check(noClasses()
                .that()
                .resideInAPackage("io.huitai.receipt..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.huitai.device..")
                .because("a receipt is bytes; the print queue brings them to a printer"));
    }

    @Test
    void timeAndChanceAreHandedIn() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOF)
                .should()
                .accessTargetWhere(describe("the machine's clock or chance is asked", HouseTest::asksTheMachine))
                .because("the same input gives the same output: times and ids come from the wiring, "
                        + "so that tests and the simulation can hand in their own"));
    }

    @Test
    void moneyAndPointsAreNeverFloatingPoint() {
        DescribedPredicate<JavaClass> floating = describe("floating point", HouseTest::isFloating);
        DescribedPredicate<List<JavaClass>> anyFloating =
                describe("floating point among them", types -> types.stream().anyMatch(HouseTest::isFloating));
        var reason = "money is whole fen in a long, rates are millionths; double cannot hold 0.1";

        check(noFields()
                .that()
                .areDeclaredInClassesThat(exactRooms())
                .should()
                .haveRawType(floating)
                .because(reason));
        check(noCodeUnits()
                .that()
                .areDeclaredInClassesThat(exactRooms())
                .should()
                .haveRawParameterTypes(anyFloating)
                .orShould()
                .haveRawReturnType(floating)
                .because(reason));
        check(noClasses()
                .that(exactRooms())
                .should()
                .callCodeUnitWhere(describe("floating point is handed over or back", HouseTest::handsFloating))
                .because(reason));
    }

    @Test
    void approvalsAreMadeInOnePlace() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.huitai.till.book.Operators")
                .should()
                .callConstructor(Approval.class, OperatorId.class, Role.class, Optional.class)
                .because("only there is an approval bound to the step that it is given for"));
    }

    @Test
    void staticStateIsConstant() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(describe("are written by hand", type -> !generated(type)))
                .should()
                .beFinal()
                .because("constructors hand things over; there is no service locator"));
    }

    @Test
    void namesAreWordsOfTheTrade() {
        check(noClasses()
                .that(describe("are written by hand", type -> !generated(type)))
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a name says what a thing is in the shop, not which pattern it follows"));
    }

    @Test
    void everyPackageIsNullMarked() {
        check(classes()
                .should()
                .resideInAPackage("io.huitai..")
                .andShould(new NullMarkedPackage())
                .because("NullAway looks at marked packages only"));
    }

    @Test
    void theTablesInContributingAreTheTwinsOfThese() throws IOException {
        var page = Path.of(System.getProperty("huitai.basedir", "."), ".github", "CONTRIBUTING.md");
        var row = Pattern.compile("^\\| ([0-9]+) \\| `([a-z]+(?:\\.[a-z]+)?)` \\|", Pattern.MULTILINE);

        assertThat(row.matcher(Files.readString(page)).results())
                .extracting(match -> new Room(Integer.parseInt(match.group(1)), match.group(2)))
                .containsExactlyElementsOf(
                        Stream.concat(ROOMS.stream(), WITHIN.stream().flatMap(List::stream))
                                .toList());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static ArchRule onlyNeeds(String room, String... floors) {
        var allowed = Stream.of(Stream.of(JDK), Stream.of(NULLNESS), Stream.of(floors))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.huitai." + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .because("what money and points rest on must not change under them");
    }

    private static DescribedPredicate<JavaClass> programmes() {
        return resideInAnyPackage("io.huitai.programme..")
                .and(resideOutsideOfPackages("io.huitai.programme.file"))
                .as("programmes, but for their files,");
    }

    private static DescribedPredicate<JavaClass> exactRooms() {
        return resideInAnyPackage("io.huitai.money..", "io.huitai.ledger..", "io.huitai.programme..");
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.lang.Math" -> name.equals("random");
            default -> owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
        };
    }

    private static boolean handsFloating(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        return isFloating(target.getRawReturnType())
                || target.getRawParameterTypes().stream().anyMatch(HouseTest::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    /// Hibernate's generated metamodel and repositories end in an underscore.
    private static boolean generated(JavaClass type) {
        return type.getName().contains("_");
    }

    private record Room(int floor, String name) {
        String everything() {
            return itself() + "..";
        }

        String itself() {
            return ROOF + "." + name;
        }

        /// The room of the first table that it is in.
        String house() {
            return name.replaceFirst("\\..*", "");
        }
    }

    private static final class NullMarkedPackage extends ArchCondition<JavaClass> {
        NullMarkedPackage() {
            super("have a @NullMarked package-info");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getPackageName() + " has no @NullMarked package-info.java"));
            }
        }
    }
}

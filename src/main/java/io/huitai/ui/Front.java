package io.huitai.ui;

import io.huitai.device.ReaderEvent;
import io.huitai.device.decode.Codes;
import io.huitai.device.decode.Swipe;
import io.huitai.device.decode.TagRead;
import io.huitai.shop.Lang;
import io.huitai.till.Till;
import io.huitai.till.paper.Receipts;
import io.huitai.till.report.RuleNames;
import io.huitai.till.report.ShiftTables;
import io.huitai.till.settings.ReaderNames;
import io.huitai.till.settings.TillSettings;
import io.huitai.till.shift.ClockCheck;
import io.huitai.ui.company.AccountsSheet;
import io.huitai.ui.device.DevicesSheet;
import io.huitai.ui.fapiao.FapiaoSheet;
import io.huitai.ui.fittings.ApprovalSheet;
import io.huitai.ui.fittings.Booth;
import io.huitai.ui.fittings.Errands;
import io.huitai.ui.fittings.Notices;
import io.huitai.ui.fittings.Printout;
import io.huitai.ui.fittings.Reading;
import io.huitai.ui.fittings.ReceiptSheet;
import io.huitai.ui.fittings.Screen;
import io.huitai.ui.fittings.Sheets;
import io.huitai.ui.fittings.Texts;
import io.huitai.ui.member.MemberSheet;
import io.huitai.ui.payment.PaymentSheets;
import io.huitai.ui.printing.OwedSheet;
import io.huitai.ui.refund.RefundSheet;
import io.huitai.ui.refund.TakeBackSheet;
import io.huitai.ui.report.ReportSheet;
import io.huitai.ui.roster.RosterSheet;
import io.huitai.ui.sale.SaleScreen;
import io.huitai.ui.shift.DaysOver;
import io.huitai.ui.shift.MoreSheet;
import io.huitai.ui.shift.OpenShiftScreen;
import io.huitai.ui.shift.ShiftSheets;
import io.huitai.ui.signin.SignInScreen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The window's one scene: which screen is in front, with foot line, notices and sheets, wired by hand in one place.
final class Front implements Reading {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static final int BILL = 520;
    private static final int ACTIONS = 112;
    private static final int FOOT = 46;

    private final CompletableFuture<Till> till;
    private final Session session;
    private final Booth booth;
    private final ClockButton clock;
    private final BorderPane frame = new BorderPane();
    private final Scene scene;
    private final Look look;
    private final WedgeFilter wedge;
    private final DevicesSheet devices;
    private final SignInScreen signIn;
    private final OpenShiftScreen openShift;
    private final OwedSheet owed;
    private final IdleLock idle = new IdleLock(Duration.ofSeconds(FootLine.TICK_SECONDS), this::patience, this::lock);
    private Optional<SaleScreen> sale = Optional.empty();
    private Screen shown;

    /// @param nanos of any steady clock, by which keys and taps are told from readers and bounces
    Front(CompletableFuture<Till> till, Surroundings around, Lang lang, LongSupplier nanos) {
        this.till = till;
        this.session = Session.nobody(around);
        var texts = new Texts(lang);
        var notices = new Notices();
        var sheets = new Sheets(texts, this::backInFront);
        var errands = new Errands(till, Platform::runLater, notices, new ApprovalSheet(texts, notices, sheets));
        booth = new Booth(texts, errands, sheets, notices);
        clock = new ClockButton(booth, session.clock());
        devices = new DevicesSheet(booth, around.devices());
        signIn = new SignInScreen(booth, session.settings(), this::signedIn);
        openShift = new OpenShiftScreen(booth, this::shiftOpened, new WithoutShift());
        owed = new OwedSheet(booth, session.owed());
        shown = signIn;
        var notice = new NoticeBar(notices, texts);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        sheets.visibleProperty().subscribe(_ -> place(notice));
        frame.centerProperty().subscribe(_ -> place(notice));
        frame.setCenter(signIn.root());
        frame.setBottom(new FootLine(texts, session, around, clock, new FootActs()));
        var root = new StackPane(frame, sheets, notice);
        root.getStyleClass().add("huitai");
        scene = new Scene(root, WIDTH, HEIGHT);
        look = new Look(scene);
        scene.addEventFilter(InputEvent.ANY, _ -> idle.touched());
        wedge = new WedgeFilter(scene, this, () -> notices.say(Notices.Kind.ERROR, "window.unread"), nanos);
        new TapGuard(scene, () -> TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong()));
        notices.current()
                .subscribe(said -> said.filter(one -> one.kind() == Notices.Kind.ERROR)
                        .ifPresent(_ -> around.alarm().run()));
        new PictureDrop(scene, around.devices().pictures(), this, notices);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        var _ = till.whenComplete((open, failure) -> Platform.runLater(() -> opened(open, failure)));
        var _ = around.devices().readers().thenAccept(readers -> readers.listen(Platform::runLater, this::heard));
        show(signIn);
    }

    Scene scene() {
        return scene;
    }

    /// Time has passed at the keyboard.
    void heardNothing() {
        wedge.tick();
    }

    private void opened(Till open, Throwable failure) {
        if (failure == null) {
            session.settings().set(Optional.of(open.settings()));
            wedge.use(ReaderNames.wedge(open.settings()));
            tick();
        } else {
            booth.errands().failed(failure);
        }
    }

    void tick() {
        idle.tick();
        if (till.isDone()
                && !till.isCompletedExceptionally()
                && booth.errands().under().get() == 0) {
            booth.errands()
                    .desk(
                            desk -> new Tick(
                                    desk.shift().clockCheck().standing(),
                                    desk.receipts().owed(),
                                    desk.setAside(),
                                    desk.isAsleep()),
                            tick -> {
                                session.clock().set(Optional.of(tick.clock()));
                                session.owed().set(tick.owed());
                                session.setAside().set(tick.setAside());
                                session.asleep().set(tick.asleep());
                            });
        }
    }

    private record Tick(ClockCheck.Standing clock, List<Receipts.Owed> owed, int setAside, boolean asleep) {}

    // Which screen

    private void signedIn(SignInScreen.SignedIn signed) {
        if (!session.operator().get().equals(Optional.of(signed.operator()))) {
            sale.ifPresent(SaleScreen::left);
        }
        session.operator().set(Optional.of(signed.operator()));
        session.shift().set(signed.shift());
        show(signed.shift() == 0 ? openShift : sale());
    }

    private void shiftOpened(int shift) {
        session.shift().set(shift);
        show(sale());
        new DaysOver(booth).begin();
    }

    private SaleScreen sale() {
        var built = sale.orElseGet(() -> build(till.join()));
        sale = Optional.of(built);
        return built;
    }

    private void show(Screen screen) {
        shown = screen;
        frame.setCenter(screen.root());
        screen.entered();
    }

    /// Above the buttons of what is in front, and beside a bill, not on it.
    private void place(NoticeBar notice) {
        var besideBill = shown instanceof SaleScreen && !booth.sheets().isOpen();
        StackPane.setMargin(notice, new Insets(0, besideBill ? BILL : 0, besideBill ? ACTIONS : FOOT, 0));
    }

    private void backInFront() {
        shown.entered();
    }

    private Duration patience() {
        return Duration.ofMinutes(
                session.settings().get().map(TillSettings::lockMinutes).orElse(0));
    }

    /// The bill stays; whoever signs in goes on with it.
    private void lock() {
        if (shown != signIn) {
            booth.sheets().closeAll();
            show(signIn);
            session.operator().get().ifPresent(signIn::lockedBy);
        }
    }

    // What comes in

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F1 && !event.isShiftDown()) {
            booth.texts().toggle();
        } else if (booth.sheets().isOpen()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                booth.sheets().close();
            }
        } else if (event.getCode() == KeyCode.F1) {
            clock.ask();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            booth.notices().clear();
        } else if (event.getCode() == KeyCode.P && event.isControlDown()) {
            showOwed();
        } else if (shown.pressed(event)) {
            event.consume();
        }
    }

    @Override
    public void scanned(String text) {
        if (booth.sheets().isOpen()) {
            var swipe = Codes.swipe(text);
            toSheet(sheet -> swipe.ifPresentOrElse(sheet::swiped, () -> sheet.scanned(text)));
        } else {
            shown.scanned(text);
        }
    }

    @Override
    public void swiped(Swipe swipe) {
        if (booth.sheets().isOpen()) {
            toSheet(sheet -> sheet.swiped(swipe));
        } else {
            shown.swiped(swipe);
        }
    }

    @Override
    public void tapped(TagRead tag) {
        if (booth.sheets().isOpen()) {
            toSheet(sheet -> sheet.tapped(tag));
        } else {
            shown.tapped(tag);
        }
    }

    /// What a reader reports goes where a wedge's strokes would; while devices are tried out it stays there.
    private void heard(ReaderEvent event) {
        if (devices.heard(event)) {
            return;
        }
        switch (event) {
            case ReaderEvent.Swiped(var _, var swipe) -> swiped(swipe);
            case ReaderEvent.Scanned(var _, var text) -> scanned(text);
            case ReaderEvent.Tapped(var _, var tag) -> tapped(tag);
            case ReaderEvent.Unread _ -> booth.notices().say(Notices.Kind.ERROR, "device.unread");
            case ReaderEvent.Lifted _, ReaderEvent.Connected _, ReaderEvent.Disconnected _ -> {
                // The foot line shows who is there.
            }
        }
    }

    private void toSheet(Consumer<Reading> read) {
        var reading = booth.sheets().top().flatMap(sheet -> sheet.reading());
        reading.ifPresentOrElse(read, () -> booth.notices().say(Notices.Kind.ERROR, "window.sheet-open"));
    }

    private void showOwed() {
        if (shown instanceof SaleScreen && !booth.sheets().isOpen()) {
            owed.open();
        }
    }

    private static RuleNames rules(Till open) {
        return RuleNames.of(open.programme(), open.settings().house());
    }

    private ShiftSheets shiftSheets(Till open, Printout printout) {
        return new ShiftSheets(
                booth,
                () -> rules(open),
                shown -> printout.print(
                        ShiftTables.of(shown.report(), open.settings().name(), rules(open), shown.blind())),
                this::shiftClosed);
    }

    private ReceiptSheet receipts(Till open, FapiaoSheet fapiao) {
        return new ReceiptSheet(booth, open.settings().paper(), no -> fapiao.open(Optional.of(no)));
    }

    private SaleScreen build(Till open) {
        var fapiao = new FapiaoSheet(booth);
        var receipts = receipts(open, fapiao);
        var printout = new Printout(booth, receipts);
        var shift = shiftSheets(open, printout);
        return new SaleScreen(
                booth,
                open,
                new Doors(
                        new RefundSheet(booth, receipts, no -> fapiao.open(Optional.of(no))),
                        fapiao,
                        new MemberSheet(booth, open::programme, receipts),
                        new PaymentSheets(booth, open::programme),
                        new MoreSheet(
                                booth,
                                shift,
                                receipts,
                                () -> open.programme().membership(),
                                new MoreActs(receipts, printout))));
    }

    private void shiftClosed() {
        sale.ifPresent(SaleScreen::left);
        session.shift().set(0);
        show(openShift);
    }

    private void signOut() {
        booth.errands()
                .desk(
                        desk -> {
                            desk.operators().signOut();
                            return desk.now();
                        },
                        _ -> {
                            session.operator().set(Optional.empty());
                            show(signIn);
                        });
    }

    private void quit() {
        scene.getWindow().hide();
    }

    /// What can be done where no shift is open.
    private final class WithoutShift implements OpenShiftScreen.Acts {
        @Override
        public void z() {
            var open = till.join(); // somebody is signed in to it
            shiftSheets(open, new Printout(booth, receipts(open, new FapiaoSheet(booth))))
                    .z();
        }

        @Override
        public void signOut() {
            Front.this.signOut();
        }

        @Override
        public void quit() {
            Front.this.quit();
        }
    }

    private final class FootActs implements FootLine.Acts {
        @Override
        public void tick() {
            Front.this.tick();
        }

        @Override
        public void owed() {
            showOwed();
        }
    }

    private final class MoreActs implements MoreSheet.Acts {
        private final TakeBackSheet takeBack;
        private final AccountsSheet accounts;
        private final Printout printout;

        MoreActs(ReceiptSheet receipts, Printout printout) {
            this.printout = printout;
            accounts = new AccountsSheet(booth, receipts);
            takeBack = new TakeBackSheet(booth, receipts);
        }

        @Override
        public void reports() {
            new ReportSheet(booth, till.join().directory(), Thread::startVirtualThread, printout::print).open();
        }

        @Override
        public void accounts() {
            accounts.open();
        }

        @Override
        public void roster() {
            new RosterSheet(booth).open();
        }

        @Override
        public void voidBill() {
            sale().voidBill();
        }

        @Override
        public void takeBack() {
            takeBack.open();
        }

        @Override
        public void adjust() {
            sale().adjust();
        }

        @Override
        public void split() {
            sale().split();
        }

        @Override
        public void devices() {
            devices.open();
        }

        @Override
        public void light() {
            look.toggle();
        }

        @Override
        public void owed() {
            owed.open();
        }

        @Override
        public void lock() {
            Front.this.lock();
        }

        @Override
        public void signOut() {
            Front.this.signOut();
        }

        @Override
        public void quit() {
            Front.this.quit();
        }
    }
}

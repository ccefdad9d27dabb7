package io.huitai;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import io.huitai.journal.TillKey;
import io.huitai.journal.log.SystemDisk;
import io.huitai.journal.secret.Keychain;
import io.huitai.protocol.CodeMessage;
import io.huitai.protocol.CodeRequestMessage;
import io.huitai.protocol.Protocol;
import io.huitai.protocol.SignedCode;
import io.huitai.protocol.client.HeadOfficeClient;
import io.huitai.protocol.client.LinkDown;
import io.huitai.protocol.client.Reply;
import io.huitai.shop.MemberNo;
import io.huitai.shop.id.TierId;
import io.huitai.shop.id.VoucherTypeId;
import io.huitai.till.Till;
import io.huitai.till.member.MemberView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `huitai member-code`: a member's or a voucher's code, signed by a training head office or by a store that is its
/// own authority; as text, and as a QR picture to print.
@Command(
        name = "member-code",
        mixinStandardHelpOptions = true,
        description = "Signs a member's QR code, or a voucher's, for printing and for tests.")
final class MemberCodeCommand implements Callable<Integer> {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PICTURE_DOTS = 400;

    @ArgGroup(multiplicity = "1")
    private Authority authority = new Authority();

    private static final class Authority {
        @Option(names = "--store", required = true, paramLabel = "DIR", description = "A store without head office.")
        private @Nullable Path store;

        @Option(names = "--head-office", required = true, paramLabel = "URL", description = "A training head office.")
        private @Nullable URI headOffice;
    }

    @Option(names = "--voucher", paramLabel = "TYPE", description = "The code of one voucher of the member.")
    private @Nullable VoucherTypeId voucher;

    @Option(names = "--short-lived", description = "As the member's phone shows it: good for a minute, and once.")
    private boolean shortLived;

    @Option(
            names = "--at",
            paramLabel = "ISO-TIME",
            converter = TillOptions.TimeOption.class,
            description = "The moment to show a short-lived code at; now unless given.")
    private @Nullable OffsetDateTime at;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day of use; a year from now unless given.")
    private @Nullable LocalDate until;

    @Option(
            names = "--tier",
            description =
                    "With --store: what the code says, also while the till runs; unless given, as the store has it.")
    private @Nullable TierId tier;

    @Option(names = "--name", description = "With --tier: the name, masked.")
    private String name = "";

    @Option(names = "--png", paramLabel = "FILE", description = "Writes the QR picture too.")
    private @Nullable Path png;

    @Parameters(paramLabel = "MEMBER", description = "The member's number.")
    private String member = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var phone = TillKey.generate();
        var named = shortLived ? Optional.of(SignedCode.phone(phone)) : Optional.<String>empty();
        var signed = authority.store == null ? byHeadOffice(named) : byStore(authority.store, named);
        var text = shortLived ? SignedCode.shown(signed, phone, now().toInstant()) : signed;
        out(text);
        if (png != null) {
            picture(text, png);
        }
        return 0;
    }

    private OffsetDateTime now() {
        return at == null ? InstantSource.system().instant().atZone(SHANGHAI).toOffsetDateTime() : at;
    }

    private LocalDate lastDay() {
        return until == null ? now().toLocalDate().plusYears(1) : until;
    }

    private String byStore(Path store, Optional<String> phone) {
        var no = MemberNo.read(member);
        var key = TillKey.of(Keychain.open(store, new SystemDisk()));
        if (voucher != null) {
            return new SignedCode.OfVoucher(no, voucher, lastDay()).signed(key);
        }
        if (tier != null) {
            return new SignedCode.OfMember(no, tier, name, phone, lastDay()).signed(key);
        }
        var known = known(store, no);
        return new SignedCode.OfMember(no, known.rung().id(), known.nameMasked(), phone, lastDay()).signed(key);
    }

    private static MemberView known(Path store, MemberNo no) {
        try (var till = Till.open(new TillOptions().opening(store), InstantSource.system())) {
            return till.perform(desk -> desk.club().members().view(no)).join();
        }
    }

    private String byHeadOffice(Optional<String> phone) {
        var request = new CodeRequestMessage(
                Protocol.VERSION,
                MemberNo.read(member),
                phone,
                Optional.ofNullable(voucher),
                lastDay().toString());
        try (var client = HeadOfficeClient.of(Objects.requireNonNull(authority.headOffice), PATIENCE)) {
            return switch (client.code(request)) {
                case Reply.Accepted<CodeMessage>(var message) -> message.code();
                case Reply.Refused<CodeMessage>(var refusal) -> throw wrong(refusal.text());
            };
        } catch (LinkDown down) {
            throw wrong(String.valueOf(down.getMessage()));
        }
    }

    private static void picture(String text, Path file) throws IOException {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 4);
            var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PICTURE_DOTS, PICTURE_DOTS, hints);
            MatrixToImageWriter.writeToPath(dots, "png", file);
        } catch (WriterException tooLong) {
            throw new IOException("The code does not fit a QR", tooLong);
        }
    }

    private void out(String text) {
        commands().commandLine().getOut().println(text);
        commands().commandLine().getOut().flush();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(commands().commandLine(), why);
    }

    private CommandSpec commands() {
        return Objects.requireNonNull(spec, "Not run as a command");
    }
}

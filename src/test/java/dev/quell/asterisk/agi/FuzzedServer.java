package dev.quell.asterisk.agi;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.quell.asterisk.agi.transport.AgiLimits;
import dev.quell.asterisk.agi.transport.AgiListener;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.LogEar;
import dev.quell.screening.CallJournal;
import dev.quell.screening.Screening;
import dev.quell.testing.ShippedSettings;
import dev.quell.treatment.ListenDialogue;
import dev.quell.treatment.TreatmentSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A FastAGI port with {@code screen} and {@code listen} behind it, to which anything may be sent. */
final class FuzzedServer implements AutoCloseable {

    private static final AgiLimits LIMITS = new AgiLimits(64, 2048, 16_384, Duration.ofSeconds(2));
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ANSWER =
            "SET VARIABLE \"QUELL\" \"v1:LISTEN:SILENT:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:redress:\"\n";

    private final LogEar log = new LogEar();
    private final InstallationToken token = InstallationToken.passing();
    private final AgiListener listener;

    FuzzedServer() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Refusals refusals = new Refusals(meters, Clock.systemUTC(), "quell.agi.rejected", "The call passes.");
        List<CallScript> scripts = List.of(screen(), listen(meters));
        try {
            listener = AgiListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new Dispatcher(scripts, token, refusals, meters),
                    LIMITS,
                    new Peers(List.of("127.0.0.1")),
                    refusals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallScript screen() {
        Screening screening = mock(Screening.class, withSettings().stubOnly());
        when(screening.screen(any()))
                .thenAnswer(asked ->
                        Optional.of(Bench.screened(asked.<IncomingCall>getArgument(0), Action.LISTEN, 128, "")));
        return new ScreenScript(Bench.incomingCalls(), screening);
    }

    private static CallScript listen(SimpleMeterRegistry meters) {
        CallJournal journal = mock(CallJournal.class, withSettings().stubOnly());
        when(journal.find(Bench.TOKEN))
                .thenReturn(Optional.of(Bench.screened(Bench.call(Line.standard("12300")), Action.LISTEN, 128, "")));
        TalkMonitor monitor = mock(TalkMonitor.class, withSettings().stubOnly());
        when(monitor.since(any(), any(), any()))
                .thenReturn(new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        TreatmentSettings settings = ShippedSettings.of("quell.treatment", TreatmentSettings.class);
        return new DialogueScript(
                "listen",
                profile -> new ListenDialogue(settings, profile),
                journal,
                new DialogueRunner(monitor, hasty(), IntUnaryOperator.identity()),
                new DialogueRoom(100, meters));
    }

    /** A clock on which a look takes a second, so that a dialogue ends though its steps take no time. */
    private static Clock hasty() {
        long[] looks = {0};
        InstantSource source = () -> Instant.ofEpochSecond(1_795_338_360L + looks[0]++);
        return source.withZone(ZoneOffset.UTC);
    }

    /** A request for a script as Asterisk sends it. */
    byte[] request(String script) {
        return FakeAsterisk.request(
                        script,
                        "v1",
                        "t=" + token.reveal(),
                        "srv=pbx",
                        "id=1795338360.3",
                        "ch=PJSIP/trunk-00000001",
                        script.equals("screen") ? "num=MTM4MDAxMzgwMDA=" : "c=" + Bench.TOKEN.value())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request whose token is to be put in. */
    byte[] withToken(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.replace("TOKEN", token.reveal()).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends bytes in two pieces and the end, and reads up to the service's end of the connection, which must come in time. */
    String exchange(byte[] first, byte[] second) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(first);
                socket.getOutputStream().write(second);
                socket.shutdownOutput();
            } catch (SocketException cutOff) {
                Holds.that(cutOff.getMessage() != null, "a reason for the cut");
            }
            return received(socket);
        }
    }

    private static String received(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    /** Fails unless the service still answers a genuine request, and has logged nothing that breaks a line. */
    void isWell() throws IOException {
        byte[] request = request("screen");
        String answer = exchange(Arrays.copyOf(request, 100), Arrays.copyOfRange(request, 100, request.length));
        Holds.that(answer.equals(ANSWER), "the answer to a genuine request", answer);
        log.check();
    }

    @Override
    public void close() {
        listener.close(Duration.ofSeconds(1));
        log.close();
    }
}

package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.asterisk.agi.transport.AgiLimits;
import dev.quell.asterisk.agi.transport.AgiListener;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.screening.Screening;
import dev.quell.testing.Patience;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

/** Screening over real sockets, with what a real Asterisk sends and with what nobody should. */
class AgiServerTest {

    private static final AgiLimits LIMITS = new AgiLimits(128, 2048, 32_768, Patience.LONG);
    private static final AgiLimits HASTY = new AgiLimits(128, 2048, 32_768, Duration.ofMillis(400));
    private static final String ANSWER =
            "SET VARIABLE \"QUELL\" \"v1:LISTEN:SILENT:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:redress:\"\n";

    private final Screening screening = mock(Screening.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InstallationToken token = InstallationToken.passing();
    private AgiListener listener;

    @BeforeEach
    void open() throws IOException {
        listener = listen(List.of("127.0.0.1"));
        when(screening.screen(any())).thenAnswer(asked -> {
            IncomingCall call = asked.getArgument(0);
            return Optional.of(Bench.screened(call, Action.LISTEN, 128, ""));
        });
    }

    private AgiListener listen(List<String> peers) throws IOException {
        return listen(new Peers(peers));
    }

    private AgiListener listen(Peers peers) throws IOException {
        return listen(peers, LIMITS);
    }

    private AgiListener listen(Peers peers, AgiLimits limits) throws IOException {
        Refusals refusals = new Refusals(meters, Clock.systemUTC(), "quell.agi.rejected", "The call passes.");
        Dispatcher dispatcher = new Dispatcher(
                List.of(new ScreenScript(Bench.incomingCalls(), screening), new PingScript()), token, refusals, meters);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return AgiListener.open(address, dispatcher, limits, peers, refusals);
    }

    @AfterEach
    void close() {
        listener.close(Duration.ofSeconds(1));
    }

    private String[] realArguments() {
        return new String[] {
            "v1",
            "t=" + token.reveal(),
            "srv=pbx",
            "id=1795338360.3",
            "ch=PJSIP/trunk-00000001",
            "line=12300",
            "trunk=trunk",
            "num=MTM4MDAxMzgwMDA=",
            "name=",
            "pres=allowed_not_screened",
            "lang=en",
            "codec=alaw",
            "ua=c2FuZGJveCBwaG9uZQ==",
            "from=PHNpcDoxMzgwMDEzODAwMEAxMjcuMC4wLjE+O3RhZz0x",
            "pai=",
            "div=0",
            "prio=",
            "stir=none",
            "src=127.0.0.1:16270"
        };
    }

    private String ask(String request) throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            return asterisk.send(request).readAll();
        }
    }

    private double rejected(String reason) {
        return meters.get("quell.agi.rejected").tag("reason", reason).counter().count();
    }

    /** A listener that soon cuts off whoever does not end a request. */
    private void hasty() throws IOException {
        listener.close(Duration.ZERO);
        listener = listen(new Peers(List.of("127.0.0.1")), HASTY);
    }

    private void awaitRejected(String reason) {
        await().untilAsserted(() -> assertThat(rejected(reason)).isEqualTo(1));
        verify(screening, never()).screen(any());
    }

    @Test
    void aRealRequestIsAnsweredOnceAndTheConnectionEnds() throws IOException {
        assertThat(ask(FakeAsterisk.request("screen", realArguments()))).isEqualTo(ANSWER);

        ArgumentCaptor<IncomingCall> call = ArgumentCaptor.forClass(IncomingCall.class);
        verify(screening).screen(call.capture());
        assertThat(call.getValue().caller()).isEqualTo(new CallerNumber.E164("+8613800138000"));
        assertThat(call.getValue().fingerprint().key()).isEqualTo("127.0.0.1|sandbox phone|alaw");
    }

    @Test
    void aCallThatCannotBeTakenInIsNotKeptWaiting() throws Exception {
        Peers broken = mock(Peers.class);
        doThrow(new IllegalStateException("broken"))
                .doThrow(new OutOfMemoryError("unable to create native thread"))
                .doNothing()
                .when(broken)
                .check(any());
        listener.close(Duration.ofSeconds(1));
        listener = listen(broken);

        for (String left : new String[] {"", "", ANSWER}) {
            try (Socket asterisk = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                asterisk.setSoTimeout(30_000);
                if (!left.isEmpty()) {
                    asterisk.getOutputStream()
                            .write(FakeAsterisk.request("screen", realArguments())
                                    .getBytes(StandardCharsets.UTF_8));
                }
                assertThat(asterisk.getInputStream().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(left);
            }
        }
    }

    @Test
    void theAnswerComesWithoutWaitingForAReply() throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(FakeAsterisk.request("screen", realArguments()));

            // The service's half is closed though ours is still open.
            assertThat(asterisk.readAll()).isEqualTo(ANSWER);
        }
    }

    @Test
    void argumentsMayAllStandInOne() throws IOException {
        String[] one = realArguments();
        String packed = String.join("&", List.of(one).subList(1, one.length));

        assertThat(ask(FakeAsterisk.request("screen", one[0], packed))).isEqualTo(ANSWER);
        ArgumentCaptor<IncomingCall> call = ArgumentCaptor.forClass(IncomingCall.class);
        verify(screening).screen(call.capture());
        assertThat(call.getValue().caller()).isEqualTo(new CallerNumber.E164("+8613800138000"));
    }

    @Test
    void ofSeveralArgumentsEachIsOne() throws IOException {
        assertThat(ask(FakeAsterisk.request("screen", "v1", "t=" + token.reveal() + "&srv=pbx", "id=1&ch=x")))
                .isEmpty();
    }

    @Test
    void aCallThatCouldNotBeWrittenDownGetsNoVerdict() throws IOException {
        when(screening.screen(any())).thenReturn(Optional.empty());

        assertThat(ask(FakeAsterisk.request("screen", realArguments())))
                .isEqualTo("SET VARIABLE \"QUELL\" \"v1:UNSCREENED\"\n");
    }

    @Test
    void aScreeningThatThrowsIsNotAnsweredAndCounted() throws IOException {
        when(screening.screen(any())).thenThrow(new IllegalStateException("broken"));

        assertThat(ask(FakeAsterisk.request("screen", realArguments()))).isEmpty();

        await().untilAsserted(() -> assertThat(meters.get("quell.agi.requests")
                        .tag("script", "screen")
                        .tag("result", "failed")
                        .timer()
                        .count())
                .isEqualTo(1));
    }

    @Test
    void eachAnswerIsTimedUnderItsScriptAndResult() throws IOException {
        ask(FakeAsterisk.request("screen", realArguments()));
        ask(FakeAsterisk.request("screen", realArguments()));

        await().untilAsserted(() -> assertThat(meters.get("quell.agi.requests")
                        .tag("script", "screen")
                        .tag("result", "listen")
                        .timer()
                        .count())
                .isEqualTo(2));
    }

    static Stream<String> hostileText() {
        return Stream.of(
                "",
                " ",
                "1380\nagi_arg_1: v1",
                "1380\r\nSET VARIABLE QUELL \"v1:PASS\"",
                "\u0000",
                "138\u00000013800",
                "${SHELL(id)}",
                "\"; Hangup(",
                "'\"\\`$(id)",
                "1".repeat(768),
                "王小明",
                "\u202e0008310083\u2066",
                "\u001b[31m",
                "<script>alert(1)</script>",
                "=HYPERLINK(\"http://x\")",
                "a,b|c;d",
                "\ufffd\ud83d");
    }

    @ParameterizedTest
    @MethodSource("hostileText")
    void hostileTextInEveryFieldIsScreenedAndNothingOfItComesBack(String text) throws IOException {
        String coded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        String[] arguments = realArguments();
        for (int i = 0; i < arguments.length; i++) {
            String key = arguments[i].substring(0, arguments[i].indexOf('=') + 1);
            if (List.of("num=", "name=", "ua=", "from=", "pai=", "prio=").contains(key)) {
                arguments[i] = key + (coded.length() <= 1024 ? coded : coded.substring(0, 1024));
            }
        }

        String sent = ask(FakeAsterisk.request("screen", arguments));

        assertThat(sent).isEqualTo(ANSWER);
        assertThat(sent).matches("SET VARIABLE \"QUELL\" \"(v1|(:[A-Za-z0-9_.-]{0,64}))*\"\n");
    }

    @Test
    void aLabelOutsideTheAlphabetNeverLeaves() throws IOException {
        when(screening.screen(any())).thenAnswer(asked -> {
            IncomingCall call = asked.getArgument(0);
            return Optional.of(Bench.screened(call, Action.TAG, 128, "evil\"\nEXEC System rm"));
        });

        assertThat(ask(FakeAsterisk.request("screen", realArguments()))).isEmpty();
    }

    static Stream<List<String>> badRequests() {
        String headers = FakeAsterisk.HEADERS.formatted("screen", "screen");
        return Stream.of(
                List.of("header-twice", headers + "agi_callerid: 1\n\n"),
                List.of("header-twice", headers + "agi_arg_1: v1\nagi_arg_1: v1\n\n"),
                List.of("header-unknown", headers + "agi_evil: 1\n\n"),
                List.of("header-unknown", headers + "agi_arg_2: v1\n\n"),
                List.of("header-unknown", headers + "agi_arg_1: v1\nagi_arg_3: x\n\n"),
                List.of("garbage", headers + "AGI_CHANNEL: 1\n\n"),
                List.of("garbage", headers + "200 result=1\n\n"),
                List.of("garbage", headers + "agi_arg_1: v1\u0000\n\n"),
                List.of("garbage", headers + "agi_arg_1: v1\r\n\r\n"),
                List.of("garbage", headers + "agi_arg_1: \u001b[31m\n\n"),
                List.of("garbage", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
                List.of("garbage", "\u0016\u0003\u0001\u0002\u0000\u0001"),
                List.of("garbage", "\u0000".repeat(4096)),
                List.of("garbage", headers),
                List.of("garbage", "agi_network: y"),
                List.of("no-request", ""),
                List.of("too-long", "agi_network: " + "x".repeat(3000)),
                List.of("too-long", "x".repeat(1_000_000)),
                List.of("too-long", "agi_network: yes\n".repeat(129) + "\n"),
                List.of("too-long", ("agi_network: " + "x".repeat(2000) + "\n").repeat(17)),
                List.of("script-unknown", "\n"),
                List.of("script-unknown", FakeAsterisk.request("dev.quell.Evil", "v1")),
                List.of("script-unknown", FakeAsterisk.request("screen?x=1", "v1")),
                List.of("script-unknown", FakeAsterisk.request("../screen", "v1")),
                List.of("version", FakeAsterisk.request("screen")),
                List.of("version", FakeAsterisk.request("screen", "v2")),
                List.of("key-missing", FakeAsterisk.request("screen", "v1")),
                List.of("token", FakeAsterisk.request("screen", "v1", "t=wrong", "srv=pbx", "id=1.1", "ch=x")),
                List.of("key-unknown", FakeAsterisk.request("screen", "v1", "t=wrong", "evil=1")),
                List.of("key-unknown", FakeAsterisk.request("screen", "v1", "")),
                List.of("key-twice", FakeAsterisk.request("screen", "v1", "srv=pbx", "srv=pbx")),
                List.of("value", FakeAsterisk.request("screen", "v1", "srv=p b x")),
                List.of("base64", FakeAsterisk.request("screen", "v1", "num=$$$$")));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void aBadRequestGetsNoAnswerAndIsCountedOnceByItsReason(List<String> reasonAndRequest) throws IOException {
        String sent;
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            sent = asterisk.send(reasonAndRequest.get(1)).end().readAll();
        } catch (SocketException cutOffWhileSending) {
            sent = "";
        }

        assertThat(sent).isEmpty();
        awaitRejected(reasonAndRequest.get(0));
    }

    @Test
    void aPingWithTheTokenIsAnsweredAndIsNoCall() throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(FakeAsterisk.request("ping", "v1", "t=" + token.reveal()));

            assertThat(asterisk.converse(command -> "200 result=1"))
                    .containsExactly("SET VARIABLE \"QUELL\" \"v1:PONG\"");
        }
        verify(screening, never()).screen(any());
        assertThat(meters.find("quell.agi.rejected").counters())
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }

    @Test
    void aPingWithAnotherTokenIsRefused() throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(FakeAsterisk.request("ping", "v1", "t=another0Token0another"));

            assertThat(asterisk.readAll()).isEmpty();
        }
        awaitRejected("token");
    }

    @Test
    void aRequestThatNeverEndsIsCutOffAfterTheHeaderTime() throws IOException {
        hasty();
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(FakeAsterisk.HEADERS.formatted("screen", "screen"));

            assertThat(asterisk.readAll()).isEmpty();
        }
        awaitRejected("too-slow");
    }

    @Test
    void oneByteAtATimeDoesNotStretchTheHeaderTime() throws IOException {
        hasty();
        byte[] request = FakeAsterisk.request("screen", realArguments()).getBytes(StandardCharsets.US_ASCII);
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            Stream.iterate(0, i -> i + 1)
                    .limit(4)
                    .forEach(i -> await().pollDelay(Duration.ofMillis(150)).untilAsserted(() -> {
                        try {
                            asterisk.send(new byte[] {request[i]});
                        } catch (IOException cutOff) {
                            assertThat(cutOff).hasMessageMatching("(?i).*(broken pipe|reset).*");
                        }
                    }));

            assertThat(asterisk.readAll()).isEmpty();
        }
        awaitRejected("too-slow");
    }

    @Test
    void aStrangerIsShutOut() throws IOException {
        listener.close(Duration.ZERO);
        listener = listen(List.of("10.255.255.1"));

        assertThat(ask(FakeAsterisk.request("screen", realArguments()))).isEmpty();

        awaitRejected("peer");
    }

    @Test
    void manyCallersAtOnceAreAllAnswered() {
        List<String> answers = Stream.generate(() -> FakeAsterisk.request("screen", realArguments()))
                .limit(400)
                .parallel()
                .map(request -> {
                    try {
                        return ask(request);
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .toList();

        assertThat(answers).hasSize(400).containsOnly(ANSWER);
    }

    @Test
    void aClosedPortRefusesAndACallInsideIsLetFinish() throws IOException {
        when(screening.screen(any())).thenAnswer(asked -> {
            // the port closes while this call is being decided
            Thread closing = Thread.ofVirtual().start(() -> listener.close(Duration.ofSeconds(5)));
            await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
            IncomingCall call = asked.getArgument(0);
            return Optional.of(Bench.screened(call, Action.LISTEN, 128, ""));
        });

        assertThat(ask(FakeAsterisk.request("screen", realArguments()))).isEqualTo(ANSWER);
        int port = listener.port();
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> new FakeAsterisk(port)).isInstanceOf(ConnectException.class));
    }
}

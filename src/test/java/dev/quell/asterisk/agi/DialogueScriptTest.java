package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.asterisk.agi.transport.AgiLimits;
import dev.quell.asterisk.agi.transport.AgiListener;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.call.CallId;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.screening.CallJournal;
import dev.quell.treatment.ChallengeDialogue;
import dev.quell.treatment.ListenDialogue;
import dev.quell.treatment.TreatmentSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

/** Dialogues over real sockets with an Asterisk whose steps take no time. */
class DialogueScriptTest {

    private static final TalkReport SILENCE = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final TalkReport SPEECH =
            new TalkReport(true, Duration.ofMillis(900), Duration.ofMillis(900), Duration.ZERO);

    private final MovingClock clock = new MovingClock();
    private final CallJournal journal = mock(CallJournal.class);
    private final TalkMonitor monitor = mock(TalkMonitor.class);
    private DialogueRoom places;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InstallationToken token = InstallationToken.passing();
    private AgiListener listener;
    private long packetsPerSecond = 50;
    private long packetsOfAnEarlierStream;
    private String promptReply = "200 result=0 endpos=20000";
    private Duration keyAt = Duration.ofDays(1);

    @BeforeEach
    void open() throws IOException {
        listener = listen(10);
        screenedAs(Line.standard("12300"), 128);
        when(monitor.since(any(), any(), any())).thenReturn(SILENCE);
    }

    private AgiListener listen(int room) throws IOException {
        TreatmentSettings settings = new TreatmentSettings(
                Duration.ofMillis(120),
                Duration.ofMillis(400),
                new TreatmentSettings.Listen(
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(5),
                        List.of("listen-1", "listen-2", "listen-3"),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5)),
                new TreatmentSettings.Challenge("challenge", Duration.ofSeconds(6), Duration.ofSeconds(12)));
        DialogueRunner runner = new DialogueRunner(monitor, clock, IntUnaryOperator.identity());
        places = new DialogueRoom(room, meters);
        Refusals refusals = new Refusals(meters, Clock.systemUTC(), "quell.agi.rejected", "The call passes.");
        Dispatcher dispatcher = new Dispatcher(
                List.of(
                        new DialogueScript("listen", p -> new ListenDialogue(settings, p), journal, runner, places),
                        new DialogueScript("challenge", p -> new ChallengeDialogue(settings), journal, runner, places)),
                token,
                refusals,
                meters);
        return AgiListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                dispatcher,
                new AgiLimits(128, 2048, 32_768, Duration.ofSeconds(1)),
                new Peers(List.of("127.0.0.1")),
                refusals);
    }

    @AfterEach
    void close() {
        listener.close(Duration.ofSeconds(1));
    }

    private void screenedAs(Line line, int talkThreshold) {
        when(journal.find(Bench.TOKEN))
                .thenReturn(Optional.of(Bench.screened(Bench.call(line), Action.LISTEN, talkThreshold, "")));
    }

    private String request(String script, String callToken, String profile) {
        return FakeAsterisk.request(
                script,
                "v1",
                "t=" + token.reveal(),
                "srv=pbx",
                "c=" + callToken,
                "id=1795338360.3",
                "ch=PJSIP/trunk-00000001",
                "profile=" + profile,
                "why=screen");
    }

    private List<String> dialogue(String script, String callToken, String profile) throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request(script, callToken, profile));
            return asterisk.converse(this::reply);
        }
    }

    private List<String> listenDialogue() throws IOException {
        return dialogue("listen", Bench.TOKEN.value(), "standard");
    }

    /** What an Asterisk would reply, with the clock moved by what the command takes. */
    private String reply(String command) {
        if (command.startsWith("GET FULL VARIABLE")) {
            long now = packetsPerSecond * clock.sinceStart().toMillis() / 1000;
            return "200 result=1 (" + (clock.sinceStart().isZero() ? packetsOfAnEarlierStream : now) + ")";
        }
        if (command.startsWith("STREAM FILE")) {
            clock.advance(Duration.ofMillis(2500));
            return promptReply;
        }
        if (command.startsWith("WAIT FOR DIGIT ")) {
            Duration before = clock.sinceStart();
            clock.advance(Duration.ofMillis(Long.parseLong(command.substring(15))));
            boolean pressed = keyAt.compareTo(before) >= 0 && keyAt.compareTo(clock.sinceStart()) < 0;
            return pressed ? "200 result=53" : "200 result=0";
        }
        return "200 result=1";
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-24H", "PT-1H", "PT1H", "PT24H"})
    void aClockThatJumpsEndsTheDialogueAndTheCallPasses(Duration jump) throws IOException {
        List<String> commands;
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request("listen", Bench.TOKEN.value(), "standard"));
            commands = asterisk.converse(command -> {
                if (command.startsWith("STREAM FILE \"quell/listen-1\"")) {
                    clock.advance(jump);
                }
                return reply(command);
            });
        }

        assertThat(commands).filteredOn(command -> command.startsWith("STREAM")).hasSize(1);
        assertThat(result(commands)).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    private static String result(List<String> commands) {
        return commands.getLast();
    }

    @Test
    void aSilentCallerIsLedToTheRelease() throws IOException {
        List<String> commands = listenDialogue();

        assertThat(commands)
                .filteredOn(command -> command.startsWith("STREAM"))
                .containsExactly(
                        "STREAM FILE \"quell/listen-1\" \"0123456789*#\"",
                        "STREAM FILE \"quell/listen-2\" \"0123456789*#\"",
                        "STREAM FILE \"quell/listen-3\" \"0123456789*#\"");
        assertThat(result(commands)).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:RELEASE\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(21));
        assertThat(meters.get("quell.agi.dialogues").gauge().value()).isZero();
    }

    @Test
    void whoIsInADialogueIsToldWhileItLasts() throws IOException {
        List<Map<CallId, Action>> seen = new ArrayList<>();
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request("listen", Bench.TOKEN.value(), "standard"));
            asterisk.converse(command -> {
                if (command.startsWith("STREAM FILE")) {
                    seen.add(places.now());
                }
                return reply(command);
            });
        }

        assertThat(seen)
                .hasSize(3)
                .containsOnly(Map.of(Bench.call(Line.standard("12300")).id(), Action.LISTEN));
        assertThat(places.now()).isEmpty();
    }

    /** It may have been taken off while the caller was with an agent. */
    @Test
    void talkIsListenedForAnewBeforeAnythingElse() throws IOException {
        assertThat(listenDialogue()).first().isEqualTo("SET VARIABLE \"TALK_DETECT(set)\" \"300,128\"");

        InOrder order = inOrder(monitor);
        order.verify(monitor).listenAgain(new CallId("pbx", "1795338360.3"), "PJSIP/trunk-00000001");
        order.verify(monitor, atLeastOnce()).since(any(), any(), any());
    }

    @Test
    void whereNothingIsHeardTalkDetectionIsSetOnce() throws IOException {
        assertThat(listenDialogue().stream().filter(each -> each.contains("TALK_DETECT")))
                .hasSize(1);
    }

    /** What another instance takes off between two steps is on again before the next. */
    @Test
    void onceASoundWasHeardTalkIsDetectedAnewBeforeEachStep() throws IOException {
        Duration sound = Duration.ofMillis(50);
        when(monitor.since(any(), any(), any())).thenReturn(new TalkReport(true, sound, sound, Duration.ZERO));
        boolean[] detecting = {false};
        List<Boolean> inSteps = new ArrayList<>();
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request("listen", Bench.TOKEN.value(), "standard"));
            asterisk.converse(command -> {
                if (command.equals("SET VARIABLE \"TALK_DETECT(set)\" \"300,128\"")) {
                    detecting[0] = true;
                } else if (command.startsWith("STREAM FILE") || command.startsWith("WAIT FOR DIGIT")) {
                    inSteps.add(detecting[0]);
                    detecting[0] = false;
                }
                return reply(command);
            });
        }

        assertThat(inSteps).hasSize(3 + 12 + 3 * 5).containsOnly(true);
    }

    @Test
    void aPromptIsGuardedForItsLengthAndOneAndAHalfSeconds() throws IOException {
        List<String> commands = listenDialogue();

        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).startsWith("STREAM FILE")) {
                assertThat(commands.get(i - 1)).isEqualTo("SET VARIABLE \"TIMEOUT(absolute)\" \"5.500\"");
            }
        }
        assertThat(commands)
                .filteredOn(command -> command.startsWith("STREAM FILE"))
                .hasSize(3);
    }

    @Test
    void aWaitIsGuardedForTwoSecondsAndTheNextGoesOnUnderTheSameGuard() throws IOException {
        List<String> steps = listenDialogue().stream()
                .filter(each -> each.contains("TIMEOUT(absolute)") || each.startsWith("WAIT"))
                .toList();

        assertThat(steps.subList(0, 6))
                .containsExactly(
                        "SET VARIABLE \"TIMEOUT(absolute)\" \"2.000\"",
                        "WAIT FOR DIGIT 500",
                        "WAIT FOR DIGIT 500",
                        "SET VARIABLE \"TIMEOUT(absolute)\" \"2.000\"",
                        "WAIT FOR DIGIT 500",
                        "WAIT FOR DIGIT 500");
        assertThat(steps).filteredOn(command -> command.startsWith("WAIT")).hasSize(12 + 3 * 5);
    }

    /** A prompt's guard is longer: a service that froze in the wait after it would hold the caller for all that is left of it. */
    @Test
    void afterAPromptTheGuardIsMadeShortAgain() throws IOException {
        List<String> steps = listenDialogue().stream()
                .filter(each ->
                        each.contains("TIMEOUT(absolute)") || each.startsWith("WAIT") || each.startsWith("STREAM"))
                .toList();

        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).startsWith("STREAM FILE")) {
                assertThat(steps.get(i + 1)).isEqualTo("SET VARIABLE \"TIMEOUT(absolute)\" \"2.000\"");
            }
        }
        assertThat(steps).filteredOn(step -> step.startsWith("STREAM FILE")).hasSize(3);
    }

    @Test
    void everyByteIsPrintableAsciiOrALineEnd() throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request("listen", Bench.TOKEN.value(), "standard"));
            asterisk.converse(this::reply);

            assertThat(asterisk.received()).isNotEmpty();
            for (byte b : asterisk.received()) {
                assertThat(b == '\n' || (b >= 0x20 && b <= 0x7e)).isTrue();
            }
        }
    }

    @Test
    void packetsAreAskedForUntilSomeHaveCome() throws IOException {
        assertThat(listenDialogue())
                .filteredOn(command -> command.startsWith("GET"))
                .hasSize(2)
                .containsOnly("GET FULL VARIABLE \"${CHANNEL(rtcp,rxcount)}\"");
    }

    @Test
    void aKeyInAWaitRescues() throws IOException {
        keyAt = Duration.ofMillis(3200);

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:RESCUED_KEY\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofMillis(3500));
    }

    @Test
    void aKeyInAPromptRescuesEvenAtItsFirstSample() throws IOException {
        promptReply = "200 result=35 endpos=0";

        List<String> commands = listenDialogue();

        assertThat(result(commands)).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:RESCUED_KEY\"");
        assertThat(commands).filteredOn(command -> command.startsWith("STREAM")).hasSize(1);
    }

    @Test
    void speechSinceTheDialogueBeganRescuesAfterHalfASecond() throws IOException {
        when(monitor.since(new CallId("pbx", "1795338360.3"), "PJSIP/trunk-00000001", Bench.NOW))
                .thenAnswer(asked -> clock.sinceStart().toMillis() >= 7_000 + 2_000 ? SPEECH : SILENCE);

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:RESCUED_SPEECH\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofMillis(9_000));
    }

    @Test
    void notOnePacketEndsWithNoMedia() throws IOException {
        packetsPerSecond = 0;

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NO_MEDIA\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aCountThatBeganAnewIsNoFault() throws IOException {
        packetsOfAnEarlierStream = 5_000;

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:RELEASE\"");
    }

    @Test
    void withoutTalkDetectionNobodyIsKept() throws IOException {
        screenedAs(Line.standard("12300"), 0);

        assertThat(listenDialogue()).containsExactly("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    @Test
    void aMonitorThatIsDeafKeepsNobody() throws IOException {
        when(monitor.since(any(), any(), any())).thenReturn(TalkReport.UNKNOWN);

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPromptThatIsMissingLetsTheCallerPass() throws IOException {
        promptReply = "200 result=0 endpos=0";

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    @Test
    void aProtectedLineByTheJournalIsNeverReleased() throws IOException {
        screenedAs(
                new Line("12355", "crisis", Profile.PROTECTED, Line.ListenPolicy.ALWAYS, Line.BlockedPolicy.DETER), 64);

        assertThat(result(listenDialogue())).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void aLineThatTheDialplanCallsProtectedIsNeverReleased() throws IOException {
        assertThat(result(dialogue("listen", Bench.TOKEN.value(), "protected")))
                .isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    @Test
    void anUnscreenedCallPassesUnheard() throws IOException {
        assertThat(dialogue("listen", "", "")).containsExactly("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    @Test
    void aTokenOfNoCallIsASecurityEvent() throws IOException {
        assertThat(dialogue("listen", "z".repeat(26), "standard")).isEmpty();

        await().untilAsserted(() -> assertThat(meters.get("quell.agi.rejected")
                        .tag("reason", "call-unknown")
                        .counter()
                        .count())
                .isEqualTo(1));
    }

    @Test
    void beyondTheRoomACallPassesAtOnce() throws IOException {
        listener.close(Duration.ZERO);
        listener = listen(0);

        assertThat(listenDialogue()).containsExactly("SET VARIABLE \"QUELL_RESULT\" \"v1:NOT_HEARD\"");
    }

    @Test
    void aChallengedCallerPassesAfterTwelveSeconds() throws IOException {
        List<String> commands = dialogue("challenge", Bench.TOKEN.value(), "standard");

        assertThat(commands)
                .filteredOn(command -> command.startsWith("STREAM"))
                .containsExactly("STREAM FILE \"quell/challenge\" \"0123456789*#\"");
        assertThat(result(commands)).isEqualTo("SET VARIABLE \"QUELL_RESULT\" \"v1:PASSED\"");
        assertThat(clock.sinceStart()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aCallerWhoHangsUpLeavesNothingBehind() throws IOException {
        try (FakeAsterisk asterisk = new FakeAsterisk(listener.port())) {
            asterisk.send(request("listen", Bench.TOKEN.value(), "standard"));
            asterisk.send("200 result=1 (5)\n511 result=-1 Command Not Permitted on a dead channel\n");

            asterisk.readAll();
        }
        await().untilAsserted(() -> assertThat(meters.get("quell.agi.requests")
                        .tag("script", "listen")
                        .tag("result", "gone")
                        .timer()
                        .count())
                .isEqualTo(1));
        assertThat(meters.get("quell.agi.dialogues").gauge().value()).isZero();
        verify(journal).find(Bench.TOKEN);
    }
}

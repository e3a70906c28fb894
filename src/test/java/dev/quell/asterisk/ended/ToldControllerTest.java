package dev.quell.asterisk.ended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.call.CallEnded;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.NumberReader;
import dev.quell.call.Profile;
import dev.quell.call.WayStep;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.screening.CallJournal;
import dev.quell.screening.Endings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ToldControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String CALL_TOKEN = "abcdefghijklmnopqrstuvwxyz";
    /** As a real Asterisk's hangup handler posted it, the tokens exchanged. */
    private static final String REAL = "srv=pbx&id=1795338294.0&ch=PJSIP%2Ftrunk-00000000&c=" + CALL_TOKEN
            + "&num=&line=12355&trunk=trunk&way=PASS&answered=2&agentsec=&side=caller&cause=16&rx=123"
            + "&queue=support&agent=Local%2Falice%40agents&at=1795334400";

    private final Endings endings = mock(Endings.class);
    private final Flags flags = mock(Flags.class);
    private final CallJournal journal = mock(CallJournal.class);
    private final InstallationToken token = InstallationToken.passing();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ToldRoom room = new ToldRoom(2, meters);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private MockMvc mvc;

    @BeforeEach
    void open() {
        NumberReader numbers = new NumberReader(new CallSettings(
                "CN",
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER)));
        ToldDesk desk = new ToldDesk(new Peers(List.of("127.0.0.1")), token, meters, clock);
        ToldController controller = new ToldController(
                desk, new EndedReader(clock), numbers, endings, new FlagRequest(journal, flags), flags);
        mvc = MockMvcBuilders.standaloneSetup(new Object())
                .addFilters(new ToldFilter(List.of(controller), desk, room))
                .build();
        when(endings.ended(any(), any(), any(), any())).thenReturn(true);
    }

    private ResultActions tell(String what, String form) throws Exception {
        String body = "t=" + token.reveal() + "&" + form;
        return mvc.perform(post("/asterisk/v1/" + what)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body));
    }

    private double rejected(String reason) {
        return meters.get("quell.told.rejected").tag("reason", reason).counter().count();
    }

    private CallEnded told() {
        ArgumentCaptor<CallEnded> end = ArgumentCaptor.forClass(CallEnded.class);
        verify(endings).ended(end.capture(), any(), any(), any());
        return end.getValue();
    }

    @Nested
    class Ended {

        @Test
        void aRealFormIsTakenWhole() throws Exception {
            tell("ended", REAL).andExpect(status().isOk()).andExpect(content().string("OK"));

            verify(endings)
                    .ended(
                            new CallEnded(
                                    new CallId("pbx", "1795338294.0"),
                                    Optional.of(new CallToken(CALL_TOKEN)),
                                    "PJSIP/trunk-00000000",
                                    List.of(WayStep.PASS),
                                    Duration.ofSeconds(2),
                                    Optional.empty(),
                                    HangupSide.CALLER,
                                    16,
                                    OptionalLong.of(123),
                                    "support",
                                    "Local/alice@agents",
                                    Instant.ofEpochSecond(1795334400)),
                            new CallerNumber.Withheld(),
                            "12355",
                            "trunk");
            assertThat(meters.get("quell.told")
                            .tags("what", "ended", "result", "taken")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }

        @Test
        void anUnscreenedCallBringsItsNumber() throws Exception {
            tell("ended", "srv=pbx&id=1.1&ch=x&c=&num=MTM4MDAxMzgwMDA%3D&line=9&trunk=t&way=UNSCREENED_GUARD-QUEUE")
                    .andExpect(content().string("OK"));

            verify(endings).ended(any(), eq(new CallerNumber.E164("+8613800138000")), any(), any());
        }

        @Test
        void theLeastFormIsAnUnansweredCallOfUnknownEnd() throws Exception {
            tell("ended", "srv=pbx&id=1.1&way=").andExpect(content().string("OK"));

            assertThat(told())
                    .isEqualTo(new CallEnded(
                            new CallId("pbx", "1.1"),
                            Optional.empty(),
                            "",
                            List.of(),
                            Duration.ZERO,
                            Optional.empty(),
                            HangupSide.UNKNOWN,
                            0,
                            OptionalLong.empty(),
                            "",
                            "",
                            NOW));
        }

        @Test
        void zeroAgentSecondsAreKnownAndEmptyOnesAreNot() throws Exception {
            tell("ended", "srv=pbx&id=1.1&way=&agentsec=0&rx=0")
                    .andExpect(content().string("OK"));

            assertThat(told().withAgent()).contains(Duration.ZERO);
            assertThat(told().packets()).hasValue(0);
        }

        @ParameterizedTest
        @CsvSource({"1795334399, 1795334399", "1763798400, 1763798400", "9999999999, now", "'', now"})
        void theEndsOwnTimeCountsUnlessItLiesAhead(String at, String expected) throws Exception {
            Instant now = Instant.ofEpochSecond(1795334400);
            EndedReader reader = new EndedReader(Clock.fixed(now, ZoneOffset.UTC));

            assertThat(reader.read(new Arguments(Map.of("srv", "pbx", "id", "1.1", "way", "", "at", at)))
                            .endedAt())
                    .isEqualTo(expected.equals("now") ? now : Instant.ofEpochSecond(Long.parseLong(expected)));
        }

        @Test
        void anEndThatCannotBeKeptIsToldAgain() throws Exception {
            when(endings.ended(any(), any(), any(), any())).thenReturn(false);

            tell("ended", REAL)
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string(startsWith("LATER:")));
        }

        @Test
        void aFailureInsideIsToldAgainAndTellsNothingOutside() throws Exception {
            when(endings.ended(any(), any(), any(), any())).thenThrow(new IllegalStateException("disk full"));

            tell("ended", REAL)
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string("LATER: the service could not take it; its log says why"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "key-missing | srv=pbx&id=1.1 | required keys are missing: way",
                    "key-unknown | srv=pbx&id=1.1&way=&evil=1 | the key \"evil\" is not known here",
                    "key-twice | srv=pbx&id=1.1&way=&way= | the key way came twice",
                    "value | srv=p.b.x&id=1.1&way= | srv and id name no call",
                    "value | srv=pbx&id=../x&way= | srv and id name no call",
                    "value | srv=pbx&id=1.1&way=&c=short | the value of c is no call token",
                    "value | srv=pbx&id=1.1&way=PASS-NONSENSE | the way \"PASS-NONSENSE\" has a word",
                    "value | srv=pbx&id=1.1&way=PASS%0AEVIL | the value \"PASS\\u000aEVIL\" of way",
                    "value | srv=pbx&id=1.1&way=&answered=-1 | the value \"-1\" of answered",
                    "value | srv=pbx&id=1.1&way=&answered=1.5 | the value \"1.5\" of answered",
                    "value | srv=pbx&id=1.1&way=&side=nobody | the side is \"nobody\"",
                    "value | srv=pbx&id=1.1&way=&cause=1000 | the cause is 1000",
                    "value | srv=pbx&id=1.1&way=&agent=%24%7BSHELL(id)%7D | the value \"${SHELL(id)}\" of agent",
                    "value | srv=pbx&id=1.1&way=&queue=%00 | the value \"\\u0000\" of queue",
                    "base64 | srv=pbx&id=1.1&way=&num=%3Cscript%3E | the value \"<script>\" of num",
                })
        void eachFaultIsNamedAndCounted(String reason, String form, String message) throws Exception {
            tell("ended", form)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_PLAIN))
                    .andExpect(content().string(startsWith("REFUSED: " + message)))
                    .andExpect(content().string(matchesPattern("[ -~]*")));

            assertThat(rejected(reason)).isEqualTo(1);
            verifyNoInteractions(endings);
        }

        /** The dialplan keeps the capital letters of an answer only: none but a good one may read OK. */
        @Test
        void noRefusalReadsAsOkToTheDialplan() throws Exception {
            String body =
                    tell("ended", "srv=OK&id=&way=").andReturn().getResponse().getContentAsString();

            assertThat(body.replaceAll("[^A-Z]", "")).startsWith("REFUSED");
        }

        @Test
        void aWrongTokenIsForbidden() throws Exception {
            mvc.perform(post("/asterisk/v1/ended")
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("t=wrong&" + REAL))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(startsWith("REFUSED: the installation token is not ours")));

            assertThat(rejected("token")).isEqualTo(1);
            verifyNoInteractions(endings);
        }

        @Test
        void aStrangerIsForbidden() throws Exception {
            mvc.perform(post("/asterisk/v1/ended")
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content("t=" + token.reveal() + "&" + REAL)
                            .with(request -> {
                                request.setRemoteAddr("192.0.2.7");
                                return request;
                            }))
                    .andExpect(status().isForbidden());

            assertThat(rejected("peer")).isEqualTo(1);
        }

        @Test
        void aFormOfMoreThan16KilobytesIsTooLarge() throws Exception {
            tell("ended", "srv=pbx&id=1.1&way=&line=" + "1".repeat(16_384)).andExpect(status().isContentTooLarge());
            assertThat(rejected("too-long")).isEqualTo(1);
        }

        @Test
        void argumentsInTheAddressAreRefused() throws Exception {
            mvc.perform(post("/asterisk/v1/ended?t=" + token.reveal())
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .content(REAL))
                    .andExpect(status().isBadRequest());
            assertThat(rejected("garbage")).isEqualTo(1);
        }

        @Test
        void whatIsNotPostedThereGoesOnToTheInterface() throws Exception {
            mvc.perform(get("/asterisk/v1/ended")).andExpect(status().isNotFound());
            tell("ended/", REAL).andExpect(status().isNotFound());
            verifyNoInteractions(endings);
        }

        @Test
        void whereTooManyAreBeingTakenItIsToldAgain() throws Exception {
            assertThat(room.enter()).isTrue();
            tell("ended", REAL).andExpect(status().isOk());
            assertThat(room.enter()).isTrue();

            tell("ended", REAL)
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string(startsWith("LATER:")));

            verify(endings, times(1)).ended(any(), any(), any(), any());
            assertThat(meters.get("quell.told.crowded").counter().count()).isEqualTo(1);
            room.leave();
            tell("ended", REAL).andExpect(status().isOk());
        }
    }

    @Nested
    class Flagged {

        private static final String FORM = "srv=pbx&id=1.1&c=&agent=Local%2Falice%40agents&reason=3&at=1795338294";

        @Test
        void aFlagToldLateIsKept() throws Exception {
            when(journal.find(new CallId("pbx", "1.1"))).thenReturn(Optional.empty());

            tell("flag", FORM).andExpect(status().isOk()).andExpect(content().string("OK"));

            verify(flags)
                    .late(
                            new CallId("pbx", "1.1"),
                            new CallerNumber.Withheld(),
                            "Local/alice@agents",
                            FlagReason.SILENT,
                            Instant.ofEpochSecond(1_795_338_294));
        }

        @Test
        void aTokenOfNoCallIsRefused() throws Exception {
            tell("flag", FORM.replace("c=", "c=" + CALL_TOKEN)).andExpect(status().isBadRequest());

            assertThat(rejected("call-unknown")).isEqualTo(1);
            verifyNoInteractions(flags);
        }

        @Test
        void theLastOwnFlagIsUndone() throws Exception {
            when(flags.undoLast("Local/alice@agents"))
                    .thenReturn(Optional.of(new Flag(
                            1,
                            new CallId("pbx", "1.1"),
                            new CallerNumber.Withheld(),
                            "Local/alice@agents",
                            FlagReason.SILENT,
                            "",
                            NOW,
                            Optional.of(NOW))));

            tell("flag", "undo=1&srv=pbx&agent=Local%2Falice%40agents")
                    .andExpect(status().isOk())
                    .andExpect(content().string("UNDONE"));
        }

        @ParameterizedTest
        @CsvSource({"Local%2Fbob%40agents", "''"})
        void whereThereIsNoFlagNothingIsUndone(String agent) throws Exception {
            when(flags.undoLast(any())).thenReturn(Optional.empty());

            tell("flag", "undo=1&srv=pbx&agent=" + agent).andExpect(content().string("NOTHING"));
        }

        @Test
        void aCallersTextInAnAgentsPlaceIsRefused() throws Exception {
            tell("flag", "undo=1&srv=pbx&agent=" + URLEncoder.encode("x\nOK", StandardCharsets.UTF_8))
                    .andExpect(status().isBadRequest());
            assertThat(rejected("value")).isEqualTo(1);
        }
    }
}

package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.LiveCall;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.console.live.CallMemory;
import dev.quell.flag.CallRedirector.Moved;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.FailOpens;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Role;
import dev.quell.testing.CallBuilder;
import dev.quell.treatment.RunningDialogues;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** {@code /now} and {@code /agent} with calls that live. */
class LivePageTests extends ConsolePageTests {
    private static final String AGENT = "PJSIP/1001";

    @MockitoBean
    LiveCalls live;

    @MockitoBean
    Switches switches;

    @MockitoBean
    RunningDialogues dialogues;

    @Autowired
    FailOpens failOpens;

    @MockitoSpyBean
    FlagStore flags;

    @MockitoSpyBean
    CallJournal journal;

    @Autowired
    AuditLog audit;

    @Autowired
    CallMemory memory;

    @BeforeEach
    void nothingLives() {
        sees(true, OptionalInt.of(3), OptionalInt.of(10));
        when(live.now()).thenReturn(List.of());
        when(dialogues.now()).thenReturn(Map.of());
    }

    private void sees(boolean connected, OptionalInt waiting, OptionalInt room) {
        when(switches.now())
                .thenReturn(List.of(new Switches.State(
                        "pbx",
                        connected,
                        Instant.EPOCH,
                        connected ? "" : "refused",
                        "quell-deterrent",
                        waiting,
                        room)));
    }

    private LiveCall lives(CallScreened call, String queue, String agent) {
        return new LiveCall(call.call().id(), call.call().channel(), clock.instant(), queue, agent, false);
    }

    private String text(Role role, String path) throws Exception {
        return page(role, path).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void eachCallHasItsStageAndTheTreatedStandFirst() throws Exception {
        CallScreened talking = scene.screen("+8613900000051", "Zhang");
        CallScreened waiting = scene.screen("+8613900000052", "x");
        CallScreened deterred = scene.screen("+8613900000053", "x");
        CallScreened heard = scene.screen("+8613900000054", "x");
        LiveCall outbound = new LiveCall(new CallId("pbx", "9.9"), "PJSIP/1001-1", clock.instant(), "", "", false);
        when(dialogues.now()).thenReturn(Map.of(heard.call().id(), Action.LISTEN));
        when(live.now())
                .thenReturn(List.of(
                        lives(talking, "support", AGENT),
                        lives(waiting, "support", ""),
                        lives(deterred, "quell-deterrent", ""),
                        lives(heard, "support", ""),
                        outbound));

        String html = html("/now");

        String rows = html.substring(html.indexOf("<tbody>"), html.indexOf("</tbody>"));
        assertThat(rows)
                .containsSubsequence(
                        "deterred",
                        "13900000053",
                        "listened to",
                        "13900000054",
                        "in the queue",
                        "13900000052",
                        "with an agent",
                        "13900000051",
                        AGENT);
        assertThat(html).contains("3 / 10", "in the deterrent queue of pbx", "1 more calls on these Asterisks");
    }

    @Test
    void whereNoAsteriskIsSeenVerdictsWithoutAnEndAreShownAndThePageSaysSo() throws Exception {
        sees(false, OptionalInt.empty(), OptionalInt.empty());
        CallScreened call = scene.screen("+8613900000055", "x");

        String html = html("/now");

        assertThat(html)
                .contains(
                        "manager connection is up, so queues and agents are not seen",
                        "The manager connection to pbx is down.",
                        "let through",
                        "/calls/" + call.call().id(),
                        "13900000055");
    }

    @Test
    void callsOfOtherSwitchesAreMarkedAndThePageSaysHowLongTheyAreShown() throws Exception {
        assertThat(html("/now")).doesNotContain("over the API");
        CallScreened call = new CallScreened(
                CallBuilder.aCall().overRest().from("+8613900000057").at(clock.instant()),
                new CallToken("b".repeat(26)),
                new CaseNumber("12345679"),
                Verdict.pass("score", "r1"),
                Action.PASS,
                "enforce",
                128,
                true,
                "",
                Duration.ofMillis(1));
        memory.screened(call);

        assertThat(html("/now"))
                .contains("13900000057", "over the API", "shown until it tells their end, for 30 minutes at most");
    }

    @Test
    void namesOfCallersDoNoHarmAndNumbersAreMasked() throws Exception {
        List<LiveCall> calls = Scene.HOSTILE.stream()
                .map(name -> lives(scene.screen("+8613800000099", name), name, ""))
                .toList();
        when(live.now()).thenReturn(calls);

        for (Role role : List.of(Role.ADMIN, Role.AUDITOR)) {
            assertThat(text(role, "/now"))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7} #{7*7}")
                    .doesNotContain("<script>alert", "<img src=x", "<svg/onload", "\u202E", " onmouseover='");
        }
        assertThat(text(Role.AUDITOR, "/now")).contains("+86•••••099").doesNotContain("13800000099");
    }

    @Test
    void modeFloorFailOpensAndDependenciesAreTold() throws Exception {
        failOpens.count("journal");
        failOpens.count("journal");

        String html = html("/now");

        assertThat(html)
                .contains(
                        "Safety floor: quiet",
                        "There are too few calls to tell.",
                        "the verdict could not be written down in time",
                        "× 2",
                        "Journal and database",
                        "Disk, free",
                        "not used",
                        "verdicts in the last hour")
                .doesNotContain("??");
        assertThat(text(Role.ADMIN, "/now?lang=zh"))
                .contains("实时状况", "判定未能及时写入")
                .doesNotContain("??");
    }

    @Test
    void aFullQueueIsAnAlarm() throws Exception {
        sees(true, OptionalInt.of(10), OptionalInt.of(10));

        assertThat(html("/now")).contains("The deterrent queue of pbx is full: 10 of 10.");
        sees(true, OptionalInt.of(9), OptionalInt.of(10));
        assertThat(html("/now")).doesNotContain("is full");
    }

    @Test
    void anAgentSeesTheOwnCallMaskedAndWhy() throws Exception {
        CallScreened mine = scene.screen(Scene.BLOCKED, "<script>alert(1)</script>");
        CallScreened other = scene.screen("+8613900008861", "other");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT), lives(other, "support", "PJSIP/1002")));

        String html = text(Role.AGENT, "/agent");

        assertThat(html)
                .contains(
                        "data-shown-call=\"" + mine.call().id() + "\"",
                        "+86•••••002",
                        "on your line",
                        "the caller is on the block list",
                        "&lt;script&gt;alert(1)")
                .doesNotContain("1390000", other.call().id().toString(), "<script>alert", "??", "/calls", "/unmask");
        assertThat(text(Role.AGENT, "/agent?lang=zh")).contains("我的通话").doesNotContain("??");
    }

    @Test
    void anAgentWithoutACallIsToldSo() throws Exception {
        when(live.now()).thenReturn(List.of());

        assertThat(text(Role.AGENT, "/agent")).contains("data-stream=\"/agent/stream\"");
    }

    @Test
    void anAccountWithoutAnAgentIsToldWhatTheAdministratorDoes() throws Exception {
        assertThat(html("/agent"))
                .contains("Your account has no agent number", "edits the account admin", "href=\"/people\"")
                .doesNotContain("data-stream", "name=\"reason\"");
        assertThat(submit(Role.ADMIN, "/agent/flag", "call", "pbx:1.1", "reason", "ABUSE")
                        .getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ABUSE, DETER, MOVED, deterred",
        "SILENT, LISTEN, MOVED, listened",
        "SILENT, LISTEN, UNDER_WAY, listened",
        "PRANK, DETER, FAILED, stuck",
        "THREAT, DETER, GONE, elsewhere",
        "SALES, DETER, ELSEWHERE, elsewhere"
    })
    void aFlaggedCallerIsTakenAwayWhenTheAgentAsksForThatToo(
            FlagReason reason, Destination to, Moved moved, String done) throws Exception {
        CallScreened mine = scene.screen("+8613900008862", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        when(redirector.move(mine.call().id(), mine.call().channel(), AGENT, to))
                .thenReturn(moved);
        assertThat(text(Role.AGENT, "/agent")).doesNotContain("/agent/move");

        assertThat(flag(mine, reason)).isEqualTo("/agent?done=kept");
        verify(redirector, never()).move(any(), any(), any(), any());
        assertThat(text(Role.AGENT, "/agent")).contains("/agent/move");
        assertThat(move(mine)).isEqualTo("/agent?done=" + done);

        assertThat(flags.of(mine.call().id())).singleElement().satisfies(flag -> {
            assertThat(flag.agent()).isEqualTo(AGENT);
            assertThat(flag.reason()).isEqualTo(reason);
            assertThat(flag.caller()).isEqualTo(mine.call().caller());
        });
        assertThat(audit.page(AuditQuery.newest(1)).getFirst().who()).isEqualTo("agent");
        assertThat(audit.page(AuditQuery.newest(1)).getFirst().deed()).isEqualTo(Deed.FLAG_RAISED);
        assertThat(text(Role.AGENT, "/agent?done=" + done))
                .contains("+86•••••862")
                .doesNotContain("??");
    }

    @Test
    void nobodyIsMovedWhoIsNotFlaggedOrNotThereAnyMore() throws Exception {
        CallScreened mine = scene.screen("+8613900000069", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        text(Role.AGENT, "/agent");

        assertThat(move(mine)).isEqualTo("/agent?fault=NOT-FLAGGED");
        flag(mine, FlagReason.ABUSE);
        undo(flags.of(mine.call().id()).getFirst());
        assertThat(move(mine)).isEqualTo("/agent?fault=NOT-FLAGGED");
        flag(mine, FlagReason.ABUSE);
        when(live.now()).thenReturn(List.of(lives(mine, "support", "PJSIP/1002")));
        assertThat(move(mine)).isEqualTo("/agent?done=elsewhere");

        verify(redirector, never()).move(any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({
        "quell-deterrent, '', undone-DETERRED, cannot be brought back to your line",
        "sales, '', undone-AWAY, cannot be brought back",
        "support, PJSIP/1002, undone-AWAY, cannot be brought back",
        "support, PJSIP/1001, undone, The flag is taken back."
    })
    void whoTakesAFlagBackIsToldWhereTheCallerIs(String queue, String agent, String done, String words)
            throws Exception {
        CallScreened mine = scene.screen("+8613900000070", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        flag(mine, FlagReason.ABUSE);
        when(live.now()).thenReturn(List.of(lives(mine, queue, agent)));

        assertThat(undo(flags.of(mine.call().id()).getLast())).isEqualTo("/agent?done=" + done);
        assertThat(text(Role.AGENT, "/agent?done=" + done)).contains(words);
    }

    @Test
    void whoIsListenedToComesBackOnSpeaking() throws Exception {
        CallScreened mine = scene.screen("+8613900000056", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        flag(mine, FlagReason.SILENT);
        when(dialogues.now()).thenReturn(Map.of(mine.call().id(), Action.LISTEN));

        assertThat(undo(flags.of(mine.call().id()).getLast())).isEqualTo("/agent?done=undone-LISTENED");
        assertThat(text(Role.AGENT, "/agent?done=undone-LISTENED")).contains("comes back to a queue, not to you");
    }

    @Test
    void aStoreThatFailsHidesNeitherTheCallNorTheCode() throws Exception {
        CallScreened mine = scene.screen("+8613900000057", "Zhang");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        doThrow(new IllegalStateException("disk full")).when(journal).find(any(CallId.class));
        doThrow(new IllegalStateException("disk full")).when(flags).since(any(), anyInt());
        doThrow(new IllegalStateException("disk full")).when(flags).add(any());
        try {
            assertThat(text(Role.AGENT, "/agent"))
                    .contains(
                            "The store does not answer now",
                            "+86•••••057",
                            "Zhang",
                            "data-shown-call=\"" + mine.call().id() + "\"")
                    .doesNotContain("??", "None in the last 12 hours");
            assertThat(flag(mine, FlagReason.ABUSE)).isEqualTo("/agent?fault=AWAY");
            assertThat(move(mine)).isEqualTo("/agent?fault=AWAY");
            assertThat(submit(Role.AGENT, "/agent/undo", "flag", "1").getRedirectedUrl())
                    .isEqualTo("/agent?fault=AWAY");
            assertThat(text(Role.AGENT, "/agent?fault=AWAY")).contains("Use your code in the call");
        } finally {
            reset(journal, flags);
        }
    }

    @Test
    void aCallerWhoIsListenedToIsWithNoAgentAnyMore() throws Exception {
        CallScreened mine = scene.screen("+8613900000068", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        assertThat(text(Role.AGENT, "/agent")).contains("on your line", "called 4001");

        when(dialogues.now()).thenReturn(Map.of(mine.call().id(), Action.LISTEN));

        assertThat(text(Role.AGENT, "/agent")).doesNotContain(">on your line<");
        assertThat(html("/now")).containsSubsequence("<tbody>", "listened to", "13900000068");
    }

    @Test
    void theCallThatWasShownIsFlaggedThoughAnotherIsThereByNow() throws Exception {
        CallScreened shown = scene.screen("+8613900000064", "x");
        CallScreened next = scene.screen("+8613900000065", "x");
        when(live.now()).thenReturn(List.of(lives(shown, "support", AGENT)));
        text(Role.AGENT, "/agent");
        when(live.now()).thenReturn(List.of(lives(next, "support", AGENT)));

        assertThat(flag(shown, FlagReason.ABUSE)).isEqualTo("/agent?done=earlier");

        assertThat(flags.of(shown.call().id())).hasSize(1);
        assertThat(flags.of(next.call().id())).isEmpty();
        verify(redirector, never()).move(any(), any(), any(), any());
        assertThat(text(Role.AGENT, "/agent?done=earlier"))
                .contains(
                        "which is not the one you have now",
                        "data-shown-call=\"" + next.call().id() + "\"");
    }

    @Test
    void aCallThatWasNotShownToTheAgentIsNotFlagged() throws Exception {
        CallScreened other = scene.screen("+8613900000066", "x");
        when(live.now()).thenReturn(List.of(lives(other, "support", "PJSIP/1002")));

        assertThat(flag(other, FlagReason.ABUSE)).isEqualTo("/agent?fault=NOT-SHOWN");

        assertThat(flags.of(other.call().id())).isEmpty();
        verify(redirector, never()).move(any(), any(), any(), any());
    }

    @Test
    void anOwnFlagIsTakenBackOnceAndNobodyElses() throws Exception {
        CallScreened mine = scene.screen("+8613900000067", "x");
        when(live.now()).thenReturn(List.of(lives(mine, "support", AGENT)));
        flag(mine, FlagReason.ABUSE);
        Flag kept = flags.of(mine.call().id()).getFirst();
        Flag others = flags.add(new Flag(
                0,
                mine.call().id(),
                mine.call().caller(),
                "PJSIP/1002",
                FlagReason.PRANK,
                "",
                clock.instant(),
                Optional.empty()));

        assertThat(undo(others)).isEqualTo("/agent?fault=GONE");
        assertThat(undo(kept)).isEqualTo("/agent?done=undone");
        assertThat(undo(kept)).isEqualTo("/agent?fault=GONE");
        assertThat(text(Role.AGENT, "/agent")).contains("taken back");
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR, /agent, 403", "SECURITY, /agent, 403", "AGENT, /now, 403", "AGENT, /now/stream, 403"})
    void nobodyElseGetsIn(Role role, String path, int status) throws Exception {
        assertThat(page(role, path).getStatus()).isEqualTo(status);
    }

    private String flag(CallScreened call, FlagReason reason) throws Exception {
        return submit(Role.AGENT, "/agent/flag", "call", call.call().id().toString(), "reason", reason.name())
                .getRedirectedUrl();
    }

    private String move(CallScreened call) throws Exception {
        return submit(Role.AGENT, "/agent/move", "call", call.call().id().toString())
                .getRedirectedUrl();
    }

    private String undo(Flag flag) throws Exception {
        return submit(Role.AGENT, "/agent/undo", "flag", Long.toString(flag.id()))
                .getRedirectedUrl();
    }
}

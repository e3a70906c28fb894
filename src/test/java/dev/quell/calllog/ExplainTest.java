package dev.quell.calllog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private static Verdict verdict(Action action, String cause, Symbol... symbols) {
        return new Verdict(action, CallClass.SILENT, 0.214, List.of(symbols), cause, "r1-9c0f2a41");
    }

    private static LoggedCall call(
            CallerNumber caller,
            String name,
            Optional<Verdict> verdict,
            Action applied,
            String because,
            List<WayStep> way) {
        return new LoggedCall(
                new CallId("pbx", "1763800000.12"),
                NOW,
                caller,
                name,
                "4001",
                verdict.isPresent() ? "standard" : "",
                "carrier",
                "NONE",
                "||",
                verdict,
                applied,
                because,
                verdict.isPresent() ? "10492837" : "",
                Optional.of(NOW.plusSeconds(24)),
                way,
                Duration.ofSeconds(21),
                Optional.empty(),
                HangupSide.OTHER,
                OptionalLong.of(1050),
                "",
                "",
                CallOutcome.SILENT,
                "listened to until release: packets came and no speech");
    }

    @ParameterizedTest
    @EnumSource(Conduct.class)
    void everyConductHasWords(Conduct conduct) {
        assertThat(ConductWords.of(Set.of(conduct)))
                .isNotBlank()
                .doesNotContain(conduct.name())
                .doesNotContain("_");
    }

    @Test
    void whatTheEndShowedStandsBesideTheOutcome() {
        LoggedCall plain = call(CALLER, "", Optional.empty(), Action.PASS, "", List.of(WayStep.PASS));
        LoggedCall known = new LoggedCall(
                plain.id(),
                plain.arrivedAt(),
                plain.caller(),
                plain.name(),
                plain.line(),
                plain.profile(),
                plain.trunk(),
                plain.attestation(),
                plain.fingerprint(),
                plain.verdict(),
                plain.applied(),
                plain.appliedBecause(),
                plain.caseNumber(),
                plain.endedAt(),
                plain.way(),
                plain.answered(),
                plain.withAgent(),
                plain.side(),
                plain.packets(),
                plain.queue(),
                plain.agent(),
                plain.outcome(),
                plain.outcomeBecause(),
                Set.of(Conduct.REPLIED, Conduct.PRESSED_KEY),
                Optional.of(verdict(Action.PASS, "score")));

        assertThat(Explain.lines(plain, SHANGHAI))
                .noneMatch(line -> line.startsWith("conduct") || line.startsWith("hindsight"));
        assertThat(Explain.lines(known, SHANGHAI))
                .containsSequence(
                        "outcome   SILENT: listened to until release: packets came and no speech",
                        "conduct   pressed a key; spoke when asked to",
                        "hindsight class SILENT, 21 % likely to be a nuisance, with what was heard in the call");
    }

    @Test
    void silentCallerThatWasListenedTo() {
        Verdict verdict = verdict(
                Action.LISTEN,
                "burst-listen",
                new Symbol("SILENT_RATE", Family.OUTCOME, 1.52, 1.52, new Seen(4, 4)),
                new Symbol("SILENT_STREAK", Family.OUTCOME, 0.6, 0.18, new Seen(4, 0)),
                new Symbol("CLI_WITHHELD", Family.IDENTITY, 0, 0, Seen.NOTHING),
                new Symbol("BURST_LISTEN", Family.COUNTED, 0, 0, new Seen(4, 1800)));

        String text = Explain.text(
                call(
                        CALLER,
                        "Wang",
                        Optional.of(verdict),
                        Action.LISTEN,
                        "enforce",
                        List.of(WayStep.LISTEN, WayStep.RELEASE)),
                SHANGHAI);

        assertThat(text).isEqualTo("""
                call      pbx:1763800000.12, case 10492837
                arrived   2026-11-20 16:00:00 +08:00
                caller    +8613800138000 "Wang", over trunk carrier
                line      4001, standard
                verdict   LISTEN: to be listened to first
                          because the rule BURST_LISTEN says so (burst of silent calls: listen first)
                          class SILENT, 21 % likely to be a nuisance, rules r1-9c0f2a41
                evidence  +1.52  SILENT_RATE    4 of 4 answered calls silent
                          +0.18  SILENT_STREAK  4 silent calls in a row (of +0.60: stronger evidence of the same kind counts first)
                          +0.00  CLI_WITHHELD   no number shown
                           rule  BURST_LISTEN   silent calls in 30 min: 4
                done      LISTEN: as the verdict says
                way       listened to with prompts; silent to the end, released
                ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller, Asterisk or the agent hung up
                outcome   SILENT: listened to until release: packets came and no speech
                """);
    }

    @Test
    void unscreenedCallSaysWhyItPassed() {
        List<String> lines = Explain.lines(
                call(CALLER, "", Optional.empty(), Action.PASS, "", List.of(WayStep.UNSCREENED_GUARD)), SHANGHAI);

        assertThat(lines)
                .containsExactly(
                        "call      pbx:1763800000.12",
                        "arrived   2026-11-20 16:00:00 +08:00",
                        "caller    +8613800138000, over trunk carrier",
                        "line      4001",
                        "verdict   none: the call was not screened and passed",
                        "way       let through unscreened, because Quell gave no answer in time",
                        "ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller,"
                                + " Asterisk or the agent hung up",
                        "outcome   SILENT: listened to until release: packets came and no speech");
    }

    @Test
    void verdictThatDidNotReachAsteriskWasNotDone() {
        List<String> lines = Explain.lines(
                call(
                        CALLER,
                        "",
                        Optional.of(verdict(Action.DETER, "score")),
                        Action.DETER,
                        "enforce",
                        List.of(WayStep.UNSCREENED_GUARD)),
                SHANGHAI);

        assertThat(lines)
                .contains("verdict   DETER: to be sent to the deterrent queue")
                .contains("done      PASS: let through unscreened, because Quell gave no answer in time");
    }

    @Test
    void livingCallHasNoOutcomeYet() {
        LoggedCall ended =
                call(CALLER, "", Optional.of(verdict(Action.PASS, "score")), Action.PASS, "enforce", List.of());
        LoggedCall living = new LoggedCall(
                ended.id(),
                ended.arrivedAt(),
                ended.caller(),
                ended.name(),
                ended.line(),
                ended.profile(),
                ended.trunk(),
                "A",
                ended.fingerprint(),
                ended.verdict(),
                ended.applied(),
                ended.appliedBecause(),
                ended.caseNumber(),
                Optional.empty(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                HangupSide.UNKNOWN,
                OptionalLong.empty(),
                "",
                "",
                CallOutcome.UNKNOWN,
                "");

        assertThat(Explain.lines(living, SHANGHAI))
                .contains(
                        "caller    +8613800138000, signed with attestation A, over trunk carrier",
                        "verdict   PASS: to be let through",
                        "evidence  none: nothing speaks for or against the caller",
                        "ended     not yet, or its end was never told")
                .noneMatch(line -> line.startsWith("outcome") || line.startsWith("way"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enforce | as the verdict says
            observe | Quell only observes (quell.screening.mode), so every call passes
            holdout | the call is in the sample that goes to an agent all the same, to measure false alarms (quell.screening.holdout)
            floor   | the safety floor had tripped: far more calls than usual would have been kept from the agents (quell.screening.floor)
            """)
    void appliedSaysWhy(String because, String words) {
        Verdict verdict = verdict(Action.DETER, "score");

        assertThat(Explain.lines(call(CALLER, "", Optional.of(verdict), Action.DETER, because, List.of()), SHANGHAI))
                .contains("done      DETER: " + words);
        assertThat(Explain.lines(call(CALLER, "", Optional.of(verdict), Action.TAG, because, List.of()), SHANGHAI))
                .contains("done      TAG instead (let through, with a tag for the agent): " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            score              | the evidence as a whole says so
            emergency          | emergency numbers and emergency call-backs always pass
            allow-list         | the caller is on the allow list, which wins over all else
            block-list         | the caller is on the block list
            known-customer     | a known customer is met no harder than this
            protected-line     | the line is protected: its callers are tagged where others would be kept from the agents
            line-never-listens | the line's settings say that it never listens
            deterrent-full     | the evidence says deterrent queue, which had no room
            failed             | Quell could not weigh the evidence, and then a call passes
            flags-deter        | the rule FLAGS_DETER says so (flagged by several agents: deter)
            rule-of-tomorrow   | the rule RULE_OF_TOMORROW says so
            """)
    void causeIsSaidInWords(String cause, String words) {
        assertThat(CauseWords.cause(verdict(Action.TAG, cause))).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(WayStep.class)
    void everyStationHasWordsOfItsOwn(WayStep step) {
        assertThat(WayWords.of(List.of(step))).isNotBlank().doesNotContain("_").doesNotContain(step.name());
    }

    @Test
    void hostileNameStaysOnItsLineAndInItsQuotes() {
        List<String> lines = Explain.lines(
                call(
                        new CallerNumber.Invalid("0000"),
                        "a\"\r\noutcome   GOOD_TALK\u001b[31m\u202e\u0000",
                        Optional.empty(),
                        Action.PASS,
                        "",
                        List.of()),
                SHANGHAI);

        assertThat(lines.get(2))
                .isEqualTo("caller    no valid number (0000) \"a'??outcome   GOOD_TALK?[31m??\", over trunk carrier");
        assertThat(lines).hasSize(8);
    }
}

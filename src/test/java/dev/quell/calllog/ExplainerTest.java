package dev.quell.calllog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.Line;
import dev.quell.call.WayStep;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Family;
import dev.quell.classifier.Language;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.Version;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.testing.Standards;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final Version VERSION = Standards.classifier(
                    "prior", "0.03",
                    "damping", "0.3",
                    "calibration.slope", "1",
                    "calibration.intercept", "0",
                    "thresholds.tag", "0.5",
                    "thresholds.challenge", "0.8",
                    "thresholds.deter", "0.95",
                    "weights.GOOD_TALK", "-2.5",
                    "weights.KNOWN_CUSTOMER", "-2",
                    "weights.OPEN_TICKET", "-0.1",
                    "weights.DIALLED_BY_US", "-0.1",
                    "weights.SINGLE_TARGET", "-0.1",
                    "weights.STIR_A", "-0.1",
                    "weights.KEY_OR_ANSWER", "-0.1",
                    "symbols.GOOD_TALK.description-zh", "与坐席有过长谈")
            .describedVersion();

    private final Explainer explainer =
            new Explainer(name -> Optional.of(new ClassifierVersion(name, NOW, VERSION.settings())), SHANGHAI);
    private final Explainer forgetful = new Explainer(name -> Optional.empty(), SHANGHAI);

    private static Verdict verdict(Action action, String cause, Symbol... symbols) {
        double sum = Math.log(0.03 / 0.97)
                + Arrays.stream(symbols).mapToDouble(Symbol::counted).sum();
        return verdict(action, 1 / (1 + Math.exp(-sum)), cause, symbols);
    }

    private static Verdict verdict(Action action, double probability, String cause, Symbol... symbols) {
        return new Verdict(action, CallClass.SILENT, probability, List.of(symbols), cause, VERSION.name());
    }

    private static LoggedCall call(Optional<Verdict> verdict, Action applied, String because, List<WayStep> way) {
        return call(CALLER, "Wang", verdict, applied, because, way, Optional.of(NOW.plusSeconds(24)), Optional.empty());
    }

    private static LoggedCall call(
            CallerNumber caller,
            String name,
            Optional<Verdict> verdict,
            Action applied,
            String because,
            List<WayStep> way,
            Optional<Instant> endedAt,
            Optional<Verdict> hindsight) {
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
                endedAt,
                way,
                Duration.ofSeconds(21),
                Optional.empty(),
                HangupSide.OTHER,
                OptionalLong.of(1050),
                "",
                "",
                CallOutcome.SILENT,
                "listened to until release: packets came and no speech",
                hindsight.isPresent() ? Set.of(Conduct.SILENT_TO_PROMPTS, Conduct.PRESSED_KEY) : Set.of(),
                hindsight,
                verdict.map(screened -> Circumstances.of(Line.standard("4001"))));
    }

    private static LoggedCall listenedTo() {
        Verdict verdict = verdict(
                Action.LISTEN,
                "burst-listen",
                new Symbol("SILENT_RATE", Family.OUTCOME, 1.52, 1.52, new Seen(4, 4)),
                new Symbol("SILENT_STREAK", Family.OUTCOME, 0.6, 0.18, new Seen(4, 0)),
                new Symbol("BURST_LISTEN", Family.COUNTED, 0, 0, new Seen(4, 1800)));
        Verdict later = verdict(Action.DETER, 0.96, "score");
        return call(
                CALLER,
                "Wang",
                Optional.of(verdict),
                Action.LISTEN,
                "enforce",
                List.of(WayStep.LISTEN, WayStep.RELEASE),
                Optional.of(NOW.plusSeconds(24)),
                Optional.of(later));
    }

    @Test
    void silentCallerThatWasListenedTo() {
        Explanation explanation = explainer.explain(listenedTo(), Language.ENGLISH);

        assertThat(explanation.text()).isEqualTo("""
                call      pbx:1763800000.12, case 10492837
                arrived   2026-11-20 16:00:00 +08:00
                caller    +8613800138000 "Wang", over trunk carrier
                line      4001, standard
                verdict   LISTEN: to be listened to first
                          because the rule BURST_LISTEN says so (burst of silent calls: listen first)
                          class SILENT, 14 % likely to be a nuisance, rules VERSION
                evidence  +1.52  SILENT_RATE    4 of 4 answered calls that count silent
                          +0.18  SILENT_STREAK  4 silent calls that count in a row (of +0.60: stronger evidence of the same kind counts first)
                           rule  BURST_LISTEN   silent calls in 30 min: 4
                score     -3.48 before any evidence, +1.70 by it: -1.78 log-odds
                without   BURST_LISTEN: PASS instead of LISTEN
                with      ALLOW_LISTED (on the allow list): PASS instead of LISTEN
                done      LISTEN: as the verdict says
                way       listened to with prompts; silent to the end, released
                ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller, Asterisk or the agent hung up
                outcome   SILENT: listened to until release: packets came and no speech
                conduct   pressed a key; silent to all prompts
                hindsight class SILENT, 96 % likely to be a nuisance, with what was heard in the call
                """.replace("VERSION", VERSION.name()));
        assertThat(explanation.whatIf())
                .hasValueSatisfying(whatIf -> assertThat(whatIf.decisive()).contains("BURST_LISTEN"));
    }

    @Test
    void theSameInChinese() {
        assertThat(explainer.explain(listenedTo(), Language.CHINESE).text())
                .isEqualTo("""
                呼叫      pbx:1763800000.12，申诉编号10492837
                到达      2026-11-20 16:00:00 +08:00
                主叫      +8613800138000 "Wang"，经中继carrier
                线路      4001，普通线路
                判定      LISTEN：应先做静音检测
                          原因：由规则BURST_LISTEN决定（短时间内多次无声：先做静音检测）
                          类别SILENT（无声电话），骚扰电话概率14%，规则版本VERSION
                依据      +1.52  SILENT_RATE    计入的4次接通来电中4次无声
                          +0.18  SILENT_STREAK  计入的连续无声来电4次（满分+0.60：同类依据中较强者优先计分）
                           规则  BURST_LISTEN   30分钟内无声来电4次
                评分      -3.48（先验）+1.70（依据）= -1.78 对数几率
                若无      BURST_LISTEN：由 LISTEN 改为 PASS
                若有      ALLOW_LISTED（在白名单中）：由 LISTEN 改为 PASS
                处置      LISTEN：按判定执行
                经过      播放提示音并检测有无人声；始终无声，已释放
                结束      2026-11-20 16:00:24 +08:00，接通21秒，收到主叫1050个数据包，Asterisk或坐席挂断
                结果      SILENT（无声）：静音检测至释放：收到数据包但无人说话
                行为      按了键；对所有提示音均无声
                复核      类别SILENT（无声电话），骚扰电话概率96%（含通话中听到的内容）
                """.replace("VERSION", VERSION.name()));
    }

    private static LoggedCall tagged() {
        return call(
                Optional.of(verdict(
                        Action.TAG,
                        "score",
                        new Symbol("AGENT_FLAGS", Family.OUTCOME, 2.6, 2.6, new Seen(3, 2_592_000)),
                        new Symbol("FAST_REDIAL", Family.VOLUME, 1.0, 1.0, new Seen(3, 3600)),
                        new Symbol("CLI_INVALID", Family.IDENTITY, 1.0, 0, new Seen(4, 0)))),
                Action.TAG,
                "enforce",
                List.of(WayStep.TAG));
    }

    @Test
    void whatWouldHaveChangedATag() {
        Symbol flags = new Symbol("AGENT_FLAGS", Family.OUTCOME, 2.6, 2.6, new Seen(3, 2_592_000));
        Symbol redial = new Symbol("FAST_REDIAL", Family.VOLUME, 1.0, 1.0, new Seen(3, 3600));
        LoggedCall call = call(
                Optional.of(verdict(Action.TAG, "score", flags, redial)), Action.TAG, "enforce", List.of(WayStep.TAG));

        assertThat(explainer.explain(call, Language.ENGLISH).lines())
                .containsSubsequence(
                        "score     -3.48 before any evidence, +3.60 by it: +0.12 log-odds",
                        "          PASS at -0.12: below 0.50 (quell.classifier.thresholds.tag)",
                        "          CHALLENGE at +1.26: from 0.80 on (quell.classifier.thresholds.challenge)",
                        "without   AGENT_FLAGS: PASS instead of TAG",
                        "          FAST_REDIAL: PASS instead of TAG",
                        "with      GOOD_TALK (has talked with an agent at length): PASS instead of TAG",
                        "          KNOWN_CUSTOMER (known customer): PASS instead of TAG",
                        "          ALLOW_LISTED (on the allow list): PASS instead of TAG");
        assertThat(explainer.explain(call, Language.CHINESE).lines())
                .as("with the site's own words of that version")
                .contains("若有      GOOD_TALK（与坐席有过长谈）：由 TAG 改为 PASS");
    }

    @Test
    void withoutTheSettingsOfThatTimeNothingIsGuessed() {
        assertThat(forgetful.explain(tagged(), Language.ENGLISH).lines())
                .contains("score     what would have changed it is not known: the settings of rules " + VERSION.name()
                        + " were not kept")
                .contains(
                        "          +0.00  CLI_INVALID  4 digits that are no number (of +1.00: the surroundings explain it)")
                .noneMatch(line -> line.startsWith("without"));
        assertThat(explainer.explain(tagged(), Language.ENGLISH).lines())
                .as("an identity that counted nothing, with nothing there that mutes it")
                .contains(
                        "score     what would have changed it is not known: the verdict does not follow from its evidence alone");
    }

    @Test
    void settingsOfAnotherQuellAreNotGuessedAt() {
        Explainer foreign =
                new Explainer(name -> Optional.of(new ClassifierVersion(name, NOW, "{\"prior\":1}")), SHANGHAI);

        assertThat(foreign.explain(listenedTo(), Language.ENGLISH).whatIf()).isEmpty();
    }

    @Test
    void unscreenedCallSaysWhyItPassed() {
        LoggedCall call = call(Optional.empty(), Action.PASS, "", List.of(WayStep.UNSCREENED_GUARD));

        assertThat(explainer.explain(call, Language.ENGLISH).lines())
                .containsExactly(
                        "call      pbx:1763800000.12",
                        "arrived   2026-11-20 16:00:00 +08:00",
                        "caller    +8613800138000 \"Wang\", over trunk carrier",
                        "line      4001",
                        "verdict   none: the call was not screened and passed",
                        "way       let through unscreened, because Quell gave no answer in time",
                        "ended     2026-11-20 16:00:24 +08:00, answered for 21 s, 1050 packets from the caller,"
                                + " Asterisk or the agent hung up",
                        "outcome   SILENT: listened to until release: packets came and no speech");
    }

    @Test
    void verdictThatDidNotReachAsteriskWasNotDone() {
        LoggedCall call = call(
                Optional.of(verdict(Action.DETER, 0.9, "score")),
                Action.DETER,
                "enforce",
                List.of(WayStep.UNSCREENED_GUARD));

        assertThat(explainer.explain(call, Language.ENGLISH).lines())
                .contains("verdict   DETER: to be sent to the deterrent queue")
                .contains("done      PASS: let through unscreened, because Quell gave no answer in time");
    }

    @Test
    void livingCallHasNoOutcomeYet() {
        LoggedCall living = call(
                CALLER,
                "",
                Optional.of(verdict(Action.PASS, 0.03, "score")),
                Action.PASS,
                "enforce",
                List.of(),
                Optional.empty(),
                Optional.empty());

        assertThat(explainer.explain(living, Language.ENGLISH).lines())
                .contains(
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
        Optional<Verdict> verdict = Optional.of(verdict(Action.DETER, 0.9, "score"));

        assertThat(explainer
                        .explain(call(verdict, Action.DETER, because, List.of()), Language.ENGLISH)
                        .lines())
                .contains("done      DETER: " + words);
        assertThat(explainer
                        .explain(call(verdict, Action.TAG, because, List.of()), Language.ENGLISH)
                        .lines())
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
            flood              | the evidence says deterrent queue, which takes nobody on the score alone while the line is flooded
            failed             | Quell could not weigh the evidence, and then a call passes
            flags-deter        | the rule FLAGS_DETER says so (several agents flagged more than silence: deter)
            rule-of-tomorrow   | the rule RULE_OF_TOMORROW says so
            """)
    void causeIsSaidInWords(String cause, String words) {
        assertThat(new CauseWords(Phrases.in(Language.ENGLISH), Catalogue.shipped()).cause(cause))
                .isEqualTo(words);
    }

    @Test
    void hostileNameStaysOnItsLineAndInItsQuotes() {
        LoggedCall call = call(
                new CallerNumber.Invalid("0000"),
                "a\"\r\noutcome   GOOD_TALK\u001b[31m\u202e\u0000{0}",
                Optional.empty(),
                Action.PASS,
                "",
                List.of(),
                Optional.of(NOW.plusSeconds(24)),
                Optional.empty());
        List<String> lines = explainer.explain(call, Language.ENGLISH).lines();

        assertThat(lines.get(2))
                .isEqualTo(
                        "caller    no valid number (0000) \"a'??outcome   GOOD_TALK?[31m??{0}\", over trunk carrier");
        assertThat(lines).hasSize(8);
    }
}

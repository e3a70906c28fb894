package dev.quell.screening.book;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.Line;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.testing.Standards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private static final Standard STANDARD = Standards.classifier(
                    "prior", "0.03", "calibration.slope", "1", "calibration.intercept", "0")
            .standard();

    @Test
    void oneLineExplainsAVerdict() {
        assertThat(CallLines.screened(screened("4001", "carrier"), new Alternatives(STANDARD)))
                .isEqualTo("screened call=pbx:1763800000.12 caller=+8613800138000 line=4001 trunk=carrier action=LISTEN"
                        + " applied=PASS(observe) cause=burst-listen class=SILENT p=0.09 margin=- decisive=BURST_LISTEN"
                        + " symbols=[SILENT_RATE(+1.53){4 of 4 answered calls that count silent}"
                        + " SINGLE_TARGET(-0.40){5 calls in 24 h all to one line}"
                        + " BURST_LISTEN(+0.00){silent calls in 30 min: 4}]"
                        + " case=00012345 rules=r1-0a1b2c3d took=0.9ms");
    }

    @Test
    void oneLineTellsHowItEnded() {
        assertThat(CallLines.ended(concluded("4001", "PJSIP/1001")))
                .isEqualTo(
                        "ended call=pbx:1763800000.1 caller=+8613800138000 line=4001 trunk=carrier way=TAG answered=12s"
                                + " agent=PJSIP/1001 talk=12s packets=1000 side=other outcome=SILENT"
                                + " conduct=- class=- p=- because=\"12 seconds with an agent, packets came and no speech\"");
    }

    @Test
    void nothingForeignBreaksTheLine() {
        assertThat(CallLines.screened(screened("4001\nended call=x", "tr unk=\"\u202e"), new Alternatives(STANDARD)))
                .contains(" line=4001?ended?call?x trunk=tr?unk???");
        assertThat(CallLines.ended(concluded("", "PJSIP/1\r\n2")))
                .contains(" line=- ")
                .contains(" agent=PJSIP/1??2 ");
    }

    private static CallScreened screened(String line, String trunk) {
        List<Symbol> symbols = List.of(
                new Symbol("SILENT_RATE", Family.OUTCOME, 1.53, 1.53, new Seen(4, 4)),
                new Symbol("SINGLE_TARGET", Family.VOLUME, -0.4, -0.4, new Seen(5, 86_400)),
                new Symbol("BURST_LISTEN", Family.COUNTED, 0, 0, new Seen(4, 1800)));
        return new CallScreened(
                aCall().id("1763800000.12").to(Line.standard(line)).over(trunk).at(NOW),
                new CallToken("a".repeat(26)),
                new CaseNumber("00012345"),
                new Verdict(
                        Action.LISTEN,
                        CallClass.SILENT,
                        1 / (1 + 97 / 3.0 * Math.exp(-1.13)),
                        symbols,
                        "burst-listen",
                        "r1-0a1b2c3d"),
                Action.PASS,
                "observe",
                128,
                true,
                "",
                Duration.ofNanos(870_000));
    }

    private static CallConcluded concluded(String line, String agent) {
        return new CallConcluded(
                anEnd().way("TAG").withAgent(12).agent(agent).at(NOW),
                new CallerNumber.E164("+8613800138000"),
                line,
                "carrier",
                TalkReport.UNKNOWN,
                CallOutcome.SILENT,
                "12 seconds with an agent, packets came and no speech",
                Optional.empty());
    }
}

package dev.quell.simulation.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.simulation.SimulatedCalls;
import dev.quell.simulation.stage.Identity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeToDecisionTest {

    private static CallerTrace trace(String letters) {
        CallerTrace trace = new CallerTrace(Identity.NONE);
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            for (Met what : Met.values()) {
                if (what.letter() == letter) {
                    trace.add(SimulatedCalls.call(i + 1), what);
                }
            }
        }
        return trace;
    }

    @Test
    void callersWhoCalledTooSeldomAreLeftOutAndThoseNeverMetCountAsNever() {
        List<CallerTrace> callers = new ArrayList<>();
        callers.add(trace("PPL"));
        callers.add(trace("PPPL"));
        callers.add(trace("PPPPD"));
        callers.add(trace("PPPPPPP"));

        TimeToDecision decision = TimeToDecision.of("met", 4, 4, callers, caller -> caller.first("LDB"));

        assertThat(decision.callers()).isEqualTo(3);
        assertThat(decision.median()).isEqualTo(5);
        assertThat(decision.ninetieth()).isInfinite();
    }

    @Test
    void traceKeepsTheOrderOfArrival() {
        CallerTrace trace = new CallerTrace(Identity.ATTESTED);
        trace.add(SimulatedCalls.call(2), Met.BLOCK);
        trace.add(SimulatedCalls.call(1), Met.PASS);

        assertThat(trace.letters()).isEqualTo("PB");
        assertThat(trace.first("B")).isEqualTo(2);
        assertThat(trace.first("L")).isInfinite();
        assertThat(trace.met(Met.BLOCK)).isTrue();
        assertThat(trace.met(Met.LISTEN)).isFalse();
    }
}

package dev.quell.source;

import static dev.quell.testing.LoggedBuilder.aLoggedCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.WayStep;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.source.Aftermath.Treatment;
import dev.quell.source.Aftermath.Within;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LENGTH = Duration.ofSeconds(30);

    private static LoggedCall call(Instant at, WayStep... way) {
        return aLoggedCall(at, "+8613800138000").way(way).build();
    }

    @Test
    void timeRunsFromTheEndOfACallToTheNextAndBelongsToTheFirst() {
        LoggedCall deterred = call(BEGIN, WayStep.DETER, WayStep.LEFT);
        LoggedCall justWithin = call(BEGIN.plus(LENGTH).plus(HOUR), WayStep.PASS);
        LoggedCall last = call(justWithin.arrivedAt().plus(LENGTH).plus(HOUR).plusMillis(1), WayStep.LISTEN);

        List<Aftermath> rows = Aftermath.of(List.of(last, justWithin, deterred), BEGIN.plus(Duration.ofDays(9)));

        assertThat(rows)
                .containsExactly(
                        new Aftermath(
                                Treatment.PASS,
                                1,
                                new Within(0, 1),
                                new Within(1, 1),
                                Optional.of(HOUR.plusMillis(1)),
                                Map.of()),
                        new Aftermath(
                                Treatment.LISTEN, 1, new Within(0, 1), new Within(0, 1), Optional.empty(), Map.of()),
                        new Aftermath(
                                Treatment.DETER, 1, new Within(1, 1), new Within(1, 1), Optional.of(HOUR), Map.of()));
    }

    @Test
    void aCallWhoseTimeIsNotOverIsNotHeldToHaveEndedIt() {
        LoggedCall call = call(BEGIN, WayStep.REJECT);

        assertThat(Aftermath.of(List.of(call), BEGIN.plus(LENGTH).plus(HOUR).minusMillis(1)))
                .containsExactly(new Aftermath(
                        Treatment.REJECT, 1, new Within(0, 0), new Within(0, 0), Optional.empty(), Map.of()));
        assertThat(Aftermath.of(List.of(call), BEGIN.plus(LENGTH).plus(HOUR)))
                .containsExactly(new Aftermath(
                        Treatment.REJECT, 1, new Within(0, 1), new Within(0, 0), Optional.empty(), Map.of()));
    }

    @Test
    void theStrongestStationCountsAndTheMedianIsTheMiddleOne() {
        Instant at = BEGIN;
        LoggedCall first = call(at, WayStep.LISTEN, WayStep.DETER);
        LoggedCall second = call(at.plus(LENGTH).plusSeconds(10), WayStep.DETER);
        LoggedCall third = call(second.arrivedAt().plus(LENGTH).plusSeconds(50), WayStep.DETER);
        LoggedCall fourth = call(third.arrivedAt().plus(LENGTH).plusSeconds(20), WayStep.CHALLENGE);

        List<Aftermath> rows = Aftermath.of(List.of(fourth, third, second, first), BEGIN.plus(HOUR));

        assertThat(rows).extracting(Aftermath::treatment).containsExactly(Treatment.CHALLENGE, Treatment.DETER);
        assertThat(rows.getLast().median()).contains(Duration.ofSeconds(20));
        assertThat(rows.getLast().calls()).isEqualTo(3);
    }

    @Test
    void aCallWhoseWayWasNeverToldCountsAsItWasApplied() {
        LoggedCall deterred = aLoggedCall(BEGIN, "+8613800138000")
                .judged(Action.DETER, Action.DETER)
                .way()
                .build();
        LoggedCall tagged = aLoggedCall(BEGIN, "+8613800138000")
                .judged(Action.TAG, Action.TAG)
                .way()
                .build();

        List<Aftermath> rows = Aftermath.of(List.of(deterred, tagged), BEGIN.plus(HOUR));

        assertThat(rows).extracting(Aftermath::treatment).containsExactly(Treatment.PASS, Treatment.DETER);
        assertThat(rows).extracting(Aftermath::meant).containsExactly(Map.of(), Map.of());
    }

    @Test
    void whatTheVerdictMeantIsToldWhereSomethingElseWasDone() {
        LoggedCall observed = aLoggedCall(BEGIN, "+8613800138000")
                .judged(Action.DETER, Action.PASS)
                .build();
        LoggedCall flagged = aLoggedCall(BEGIN, "+8613800138000")
                .judged(Action.PASS, Action.PASS)
                .way(WayStep.PASS, WayStep.FLAG, WayStep.DETER, WayStep.LEFT)
                .build();

        List<Aftermath> rows = Aftermath.of(List.of(observed, flagged), BEGIN.plus(HOUR));

        assertThat(rows).extracting(Aftermath::treatment).containsExactly(Treatment.PASS, Treatment.DETER);
        assertThat(rows)
                .extracting(Aftermath::meant)
                .containsExactly(Map.of(Treatment.DETER, 1), Map.of(Treatment.PASS, 1));
    }

    @Test
    void aSourceThatCallsBeforeItsLastCallEndedIsBackAtOnce() {
        LoggedCall lives =
                aLoggedCall(BEGIN.plusSeconds(5), "+8613800138000").lives().build();

        assertThat(Aftermath.of(List.of(lives, call(BEGIN, WayStep.PASS)), BEGIN.plusSeconds(6))
                        .getFirst()
                        .median())
                .contains(Duration.ZERO);
    }
}

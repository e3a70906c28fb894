package dev.quell.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.storage.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerRecordTest {

    private static final CallerRecord STRANGER = new CallerRecord(List.of(), List.of());

    private static IncomingCall call(int n, Instant at) {
        return Calls.incoming(n, Calls.CALLER, at);
    }

    private static CallerRecord ended(CallerRecord record, IncomingCall call) {
        return record.ended(
                call,
                call.arrivedAt().plusSeconds(30),
                Duration.ofSeconds(20),
                HangupSide.CALLER,
                CallOutcome.SILENT,
                Set.of());
    }

    @ParameterizedTest
    @CsvSource({"10,1", "-10,1", "11,2", "-11,2"})
    void oneCallToldByTwoInstancesIsOneCallIfTheArrivalsAreNear(int secondsLater, int calls) {
        Instant at = Instant.parse("2026-11-20T08:00:00Z");
        CallerRecord first = STRANGER.arrived(call(1, at), Set.of());

        assertThat(ended(first, call(1, at.plusSeconds(secondsLater))).calls()).hasSize(calls);
        assertThat(first.arrived(call(1, at.plusSeconds(secondsLater)), Set.of())
                        .calls())
                .hasSize(calls);
    }

    @Test
    void otherCallsOfTheSameMomentStay() {
        CallerRecord two = STRANGER.arrived(call(1, Calls.NOW), Set.of()).arrived(call(2, Calls.NOW), Set.of());

        assertThat(ended(two, call(1, Calls.NOW)).calls())
                .extracting(PastCall::id, PastCall::outcome)
                .containsExactly(tuple(Calls.id(2), CallOutcome.UNKNOWN), tuple(Calls.id(1), CallOutcome.SILENT));
    }
}

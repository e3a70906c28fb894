package dev.quell.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.HangupSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    private final Heard heard = new Heard();
    private final Tally tally = new Tally(heard);
    private final StartOrder order = new StartOrder(tally, 2);

    @Test
    void asManyCallsWaitAsToldAndWhatComesLaterStillIsCounted() {
        order.add(call(10));
        order.add(call(5));
        assertThat(heard.calls).isEmpty();
        order.add(call(7));
        assertThat(starts()).containsExactly(5L);
        order.add(call(4));
        order.add(call(5));
        order.end();
        assertThat(starts()).containsExactly(5L, 5L, 7L, 10L);
        assertThat(tally.summary(InputFormat.CALLS).outOfOrder()).isEqualTo(1);
    }

    private List<Long> starts() {
        return heard.calls.stream().map(call -> call.start().getEpochSecond()).toList();
    }

    private static RecordedCall call(long start) {
        return new RecordedCall(
                new RecordedCaller.Opaque("a"),
                "100",
                Instant.ofEpochSecond(start),
                Duration.ZERO,
                Duration.ZERO,
                RecordedDisposition.BUSY,
                "",
                HangupSide.UNKNOWN,
                Optional.empty(),
                start);
    }
}

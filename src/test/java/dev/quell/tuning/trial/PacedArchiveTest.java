package dev.quell.tuning.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.quell.backtest.CallArchive;
import dev.quell.backtest.CallArchive.PastCall;
import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.testing.CallBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PacedArchiveTest {
    private static final Instant FROM = Instant.parse("2026-11-20T08:00:00Z");

    private static CallArchive archive(int callers, int each, String withheld) {
        CallArchive archive = mock(CallArchive.class);
        doAnswer(asked -> {
                    Consumer<PastCall> reader = asked.getArgument(2);
                    for (int i = 0; i < callers * each; i++) {
                        String number =
                                withheld.isEmpty() ? String.format(Locale.ROOT, "+86138%08d", i % callers) : withheld;
                        reader.accept(past(number, i));
                    }
                    return null;
                })
                .when(archive)
                .calls(any(), any(), any());
        return archive;
    }

    private static PastCall past(String number, int i) {
        return new PastCall(
                CallBuilder.aCall().from(number).id("1763800000." + i).at(FROM),
                Optional.empty(),
                Duration.ZERO,
                HangupSide.UNKNOWN,
                CallOutcome.UNKNOWN,
                Set.of());
    }

    private static List<String> read(CallArchive archive, int sample) {
        List<String> seen = new ArrayList<>();
        new PacedArchive(archive, sample, (at, calls) -> {})
                .calls(
                        FROM,
                        FROM.plus(Duration.ofHours(1)),
                        call -> seen.add(call.call().caller().key()));
        return seen;
    }

    @Test
    void aSampleHasWholeHistoriesOfItsShareOfTheCallers() {
        CallArchive archive = archive(2_000, 5, "");

        Map<String, Long> calls =
                read(archive, 8).stream().collect(Collectors.groupingBy(number -> number, Collectors.counting()));

        assertThat(calls).hasSizeBetween(200, 300);
        assertThat(calls.values()).containsOnly(5L);
        assertThat(read(archive, 1)).hasSize(10_000);
    }

    @Test
    void ofWithheldCallsEachIsACallers() {
        assertThat(read(archive(1, 2_000, "withheld"), 8)).hasSizeBetween(200, 300);
    }
}

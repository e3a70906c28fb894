package dev.quell.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class SamplesTest {

    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NEXT = DAY.plus(Duration.ofDays(1));

    private final CallLog log = Mockito.mock(CallLog.class);
    private final List<LoggedCall> deterred = new ArrayList<>();

    @BeforeEach
    void fill() {
        Mockito.when(log.search(Mockito.any())).thenAnswer(asked -> answer(asked.getArgument(0)));
        Mockito.when(log.find(Mockito.any()))
                .thenAnswer(asked -> deterred.stream()
                        .filter(call -> call.id().equals(asked.getArgument(0)))
                        .findFirst());
    }

    private CallPage answer(CallLog.Query query) {
        List<LoggedCall> found = query.filter().action().equals(Optional.of(Action.DETER))
                ? deterred.stream()
                        .filter(call -> query.at().isEmpty()
                                || call.arrivedAt().isBefore(query.at().get().at()))
                        .sorted((one, other) -> other.arrivedAt().compareTo(one.arrivedAt()))
                        .limit(query.limit() + 1L)
                        .toList()
                : List.of();
        return CallPage.of(query, found);
    }

    private void calls(int many) {
        for (int n = 0; n < many; n++) {
            deterred.add(call(n));
        }
    }

    private static LoggedCall call(int n) {
        return new LoggedCall(
                new CallId("pbx", "1763800000." + n),
                DAY.plusSeconds(n),
                CallerNumber.ofKey("+8613800138000"),
                "",
                "4001",
                "standard",
                "carrier",
                "NONE",
                "",
                Optional.empty(),
                Action.PASS,
                "",
                "",
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
    }

    @Test
    void fewAreDrawnAll() {
        calls(3);

        assertThat(new Samples(log).of(DAY, NEXT)).containsExactlyElementsOf(deterred);
    }

    @Test
    void ofManyTheSameTwentyAreDrawnOverPagesByEveryInstance() {
        calls(2500);

        List<LoggedCall> drawn = new Samples(log).of(DAY, NEXT);

        assertThat(drawn)
                .hasSize(Samples.SIZE)
                .isSortedAccordingTo((one, other) -> one.arrivedAt().compareTo(other.arrivedAt()));
        assertThat(new Samples(log).of(DAY, NEXT)).isEqualTo(drawn);
    }

    @Test
    void eachIsAsLikelyAsAnyOther() {
        calls(2000);
        Set<Integer> tenths = new HashSet<>();
        for (LoggedCall call : new Samples(log).of(DAY, NEXT)) {
            tenths.add(deterred.indexOf(call) / 200);
        }

        // Of twenty drawn at random all lie within five given tenths once in a million.
        assertThat(tenths).hasSizeGreaterThan(5);
    }

    @Test
    void aDayIsDrawnOnceAndForgottenCallsLeaveIt() {
        calls(30);
        Samples samples = new Samples(log);
        List<LoggedCall> first = samples.of(DAY, NEXT);
        deterred.remove(first.getFirst());
        Mockito.clearInvocations(log);

        assertThat(samples.of(DAY, NEXT)).containsExactlyElementsOf(first.subList(1, first.size()));
        Mockito.verify(log, Mockito.never()).search(Mockito.any());
    }
}

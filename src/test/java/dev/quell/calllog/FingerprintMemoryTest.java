package dev.quell.calllog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.quell.blocklist.FingerprintShare;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class FingerprintMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallerNumber ONE = new CallerNumber.E164("+8613800138001");
    private static final CallerNumber TWO = new CallerNumber.E164("+8613800138002");

    private final CallLog log = mock(CallLog.class);
    private final FingerprintShare fingerprints = mock(FingerprintShare.class);
    private final FingerprintMemory memory = new FingerprintMemory(log, fingerprints, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void screenedCallsAreToldOldestFirst() {
        List<LoggedCall> newestFirst =
                List.of(call(TWO, "b|p|alaw", true), call(ONE, "never screened", false), call(ONE, "a|p|alaw", true));
        CallFilter month = CallFilter.between(NOW.minus(Duration.ofDays(30)), NOW);
        when(log.search(new CallLog.Query(month, Optional.empty(), 1000)))
                .thenReturn(new CallPage(newestFirst, Optional.empty(), Optional.empty()));

        memory.remember();

        InOrder order = inOrder(fingerprints);
        order.verify(fingerprints).seen(ONE, "carrier", "a|p|alaw");
        order.verify(fingerprints).seen(TWO, "carrier", "b|p|alaw");
        verifyNoMoreInteractions(fingerprints);
    }

    @Test
    void aLogThatCannotBeReadHoldsNothingUp() {
        when(log.search(any())).thenThrow(new IllegalStateException("made to fail"));

        assertThatCode(memory::remember).doesNotThrowAnyException();
        verifyNoInteractions(fingerprints);
    }

    private static LoggedCall call(CallerNumber caller, String fingerprint, boolean screened) {
        LoggedCall call = mock(LoggedCall.class);
        when(call.caller()).thenReturn(caller);
        when(call.trunk()).thenReturn("carrier");
        when(call.fingerprint()).thenReturn(fingerprint);
        when(call.verdict())
                .thenReturn(screened ? Optional.of(Verdict.pass("score", "r2-00000000")) : Optional.empty());
        return call;
    }
}

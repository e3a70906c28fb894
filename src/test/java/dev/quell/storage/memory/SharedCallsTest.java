package dev.quell.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.quell.call.CallOutcome;
import dev.quell.screening.CallConcluded;
import dev.quell.storage.Calls;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Two ways to the other instances. */
class SharedCallsTest {

    private static final CallConcluded END = Calls.concluded(Calls.screened(1), CallOutcome.SILENT);

    private final SharedCalls first = mock(SharedCalls.class);
    private final SharedCalls other = mock(SharedCalls.class);

    @Test
    void otherSaysWhoWasFirstWhereTheFirstCannot() {
        when(first.ended(any())).thenReturn(CompletableFuture.failedFuture(new IllegalStateException("away")));
        when(other.ended(any())).thenReturn(CompletableFuture.completedFuture(false));

        assertThat(SharedCalls.of(first, other).ended(END)).isCompletedWithValue(false);
        verify(other).ended(END);
    }

    @Test
    void otherIsNotAskedWhereTheFirstCan() {
        when(first.ended(any())).thenReturn(CompletableFuture.completedFuture(true));

        assertThat(SharedCalls.of(first, other).ended(END)).isCompletedWithValue(true);
        verify(other, Mockito.never()).ended(any());
    }
}

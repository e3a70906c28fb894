package dev.quell.storage.memory.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.PastCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoredCallersTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final CallerNumber OTHER = new CallerNumber.E164("+8613800138001");
    private static final CallerNumber STRANGER = new CallerNumber.E164("+8613800138002");

    private final StoredCallers callers = new StoredCallers();

    private record Pages(List<CallerNumber> called, List<CallerNumber> flaggedOnes, Runnable meanwhile)
            implements StoredPages {
        @Override
        public void callers(Consumer<String> each) {
            called.forEach(caller -> each.accept(caller.key()));
            meanwhile.run();
        }

        @Override
        public void flagged(Consumer<String> each) {
            flaggedOnes.forEach(caller -> each.accept(caller.key()));
        }
    }

    private boolean fill(List<CallerNumber> called, List<CallerNumber> flagged) {
        return callers.fill(new Pages(called, flagged, () -> {}), () -> true);
    }

    @Test
    void everybodyMayHaveRowsUntilItIsFilled() {
        assertThat(callers.mayHaveCalls(STRANGER)).isTrue();
        assertThat(callers.mayHaveFlags(STRANGER)).isTrue();

        assertThat(fill(List.of(CALLER), List.of(OTHER))).isTrue();

        assertThat(callers.mayHaveCalls(STRANGER)).isFalse();
        assertThat(callers.mayHaveFlags(STRANGER)).isFalse();
        assertThat(callers.mayHaveCalls(CALLER)).isTrue();
        assertThat(callers.mayHaveFlags(CALLER)).isFalse();
        assertThat(callers.mayHaveCalls(OTHER)).isFalse();
        assertThat(callers.mayHaveFlags(OTHER)).isTrue();
    }

    @Test
    void whoIsToldIsThereAtOnce() {
        fill(List.of(), List.of());
        callers.called(CALLER);
        callers.flagged(OTHER);

        assertThat(callers.mayHaveCalls(CALLER)).isTrue();
        assertThat(callers.mayHaveFlags(CALLER)).isFalse();
        assertThat(callers.mayHaveFlags(OTHER)).isTrue();
    }

    @Test
    void whoIsToldWhileItIsFilledAndBehindThePlaceThatIsReadIsThere() {
        callers.fill(new Pages(List.of(CALLER), List.of(), () -> callers.called(OTHER)), () -> true);

        assertThat(callers.mayHaveCalls(OTHER)).isTrue();
    }

    @Test
    void whoWasToldWhileItSettledIsThere() {
        callers.fill(new Pages(List.of(), List.of(), () -> {}), () -> {
            callers.called(CALLER);
            return true;
        });

        assertThat(callers.mayHaveCalls(CALLER)).isTrue();
        assertThat(callers.mayHaveCalls(STRANGER)).isFalse();
    }

    @Test
    void filledAgainItForgetsWhoHasNoRowsAnyMore() {
        fill(List.of(CALLER, OTHER), List.of(CALLER));
        fill(List.of(OTHER), List.of());

        assertThat(callers.mayHaveCalls(CALLER)).isFalse();
        assertThat(callers.mayHaveFlags(CALLER)).isFalse();
        assertThat(callers.mayHaveCalls(OTHER)).isTrue();
    }

    @Test
    void staysAsItWasIfItCannotBeFilled() {
        assertThat(callers.fill(new Pages(List.of(), List.of(), () -> {}), () -> false))
                .isFalse();
        assertThat(callers.mayHaveCalls(STRANGER)).isTrue();

        fill(List.of(CALLER), List.of());
        Pages broken = new Pages(List.of(), List.of(), () -> {
            throw new IllegalStateException("database away");
        });

        assertThatThrownBy(() -> callers.fill(broken, () -> true)).isInstanceOf(IllegalStateException.class);
        assertThat(callers.mayHaveCalls(CALLER)).isTrue();
        assertThat(callers.mayHaveCalls(STRANGER)).isFalse();
        callers.called(OTHER);
        assertThat(callers.mayHaveCalls(OTHER)).isTrue();
    }

    @Test
    void grownFilterHasAllItsMembersAndFewOthers() {
        CallerFilter filter = new CallerFilter();
        for (int i = 0; i < 200_000; i++) {
            filter.add("+8613" + (100_000_000 + i));
        }
        int wrong = 0;
        for (int i = 0; i < 200_000; i++) {
            assertThat(filter.mayHold("+8613" + (100_000_000 + i))).isTrue();
            wrong += filter.mayHold("+8613" + (200_000_000 + i)) ? 1 : 0;
        }

        assertThat(wrong).isBetween(200, 8_000);
    }

    @Test
    void databaseIsAskedOnlyAboutWhoMayHaveRows() {
        List<String> asked = new ArrayList<>();
        PastCalls database = new PastCalls() {
            @Override
            public List<PastCall> calls(CallerNumber caller, Instant from) {
                asked.add("calls of " + caller);
                return List.of();
            }

            @Override
            public List<PastFlag> flags(CallerNumber caller, Instant from) {
                asked.add("flags of " + caller);
                return List.of();
            }
        };
        FilteredPastCalls filtered = new FilteredPastCalls(database, callers);
        fill(List.of(CALLER), List.of(OTHER));
        for (CallerNumber caller : List.of(CALLER, OTHER, STRANGER)) {
            assertThat(filtered.calls(caller, Instant.EPOCH)).isEmpty();
            assertThat(filtered.flags(caller, Instant.EPOCH)).isEmpty();
        }

        assertThat(asked).containsExactly("calls of " + CALLER, "flags of " + OTHER);
    }
}

package dev.quell.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.flag.Flags.Destination;
import dev.quell.testing.MemoryFlags;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallId CALL = new CallId("pbx", "1763800000.1");
    private static final CallId NEXT = new CallId("pbx", "1763800000.2");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final MovingClock clock = new MovingClock(NOW);
    private final MemoryFlags store = new MemoryFlags();
    private final List<Object> told = new ArrayList<>();
    private final FlagService flags =
            new FlagService(store, ShippedSettings.of("quell.flag", FlagSettings.class), told::add, clock);

    @ParameterizedTest
    @CsvSource({"UNSPECIFIED, DETER", "ABUSE, DETER", "PRANK, DETER", "SILENT, LISTEN", "SALES, DETER", "THREAT, DETER"
    })
    void silentCallersAreListenedToTheOthersDeterred(FlagReason reason, Destination destination) {
        assertThat(flag(CALL, "PJSIP/1001", reason)).isEqualTo(destination);
    }

    @Test
    void aFlagIsKeptAndTold() {
        flag(CALL, "PJSIP/1001", FlagReason.ABUSE);

        assertThat(store.of(CALL)).singleElement().satisfies(kept -> {
            assertThat(kept.agent()).isEqualTo("PJSIP/1001");
            assertThat(kept.caller()).isEqualTo(CALLER);
            assertThat(kept.at()).isEqualTo(NOW);
            assertThat(told).containsExactly(new CallFlagged(kept, kept.agent()));
        });
    }

    @Test
    void undoTakesTheLastOwnFlagBack() {
        flag(CALL, "PJSIP/1001", FlagReason.ABUSE);
        clock.advance(Duration.ofMinutes(1));
        flag(NEXT, "PJSIP/1001", FlagReason.ABUSE);
        flag(CALL, "PJSIP/1002", FlagReason.ABUSE);

        Flag undone = flags.undoLast("PJSIP/1001").orElseThrow();

        assertThat(undone.call()).isEqualTo(NEXT);
        assertThat(undone.undoneAt()).contains(clock.instant());
        assertThat(told).endsWith(new CallFlagged(undone, "PJSIP/1001"));
        assertThat(flags.undoLast("PJSIP/1001").orElseThrow().call()).isEqualTo(CALL);
        assertThat(flags.undoLast("PJSIP/1001")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"600, true", "601, false"})
    void aFlagOlderThan10MinutesStays(long seconds, boolean undone) {
        flag(CALL, "PJSIP/1001", FlagReason.ABUSE);
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(flags.undoLast("PJSIP/1001").isPresent()).isEqualTo(undone);
    }

    @Test
    void aPersonMayTakeAnyStandingFlagBackOnce() {
        flag(CALL, "PJSIP/1001", FlagReason.ABUSE);
        clock.advance(Duration.ofDays(20));
        long id = store.of(CALL).getFirst().id();

        assertThat(flags.undo(id, "chen")).isPresent();
        assertThat(flags.undo(id, "chen")).isEmpty();
    }

    @Test
    void aFlagToldLateKeepsItsOwnTimeAndNoneIsOfTheFuture() {
        flags.late(CALL, CALLER, "PJSIP/1001", FlagReason.ABUSE, NOW.minusSeconds(3600));
        flags.late(NEXT, CALLER, "PJSIP/1001", FlagReason.ABUSE, NOW.plusSeconds(1));

        assertThat(store.of(CALL)).singleElement().returns(NOW.minusSeconds(3600), Flag::at);
        assertThat(store.of(NEXT)).singleElement().returns(NOW, Flag::at);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void aFlagTakenBackIsNotRaisedAgainByATellingOfBefore(long secondsAfterTheUndo, int standing) {
        flag(CALL, "PJSIP/1001", FlagReason.ABUSE);
        clock.advance(Duration.ofSeconds(60));
        flags.undoLast("PJSIP/1001");
        clock.advance(Duration.ofSeconds(60));

        flags.late(CALL, CALLER, "PJSIP/1001", FlagReason.ABUSE, NOW.plusSeconds(60 + secondsAfterTheUndo));

        assertThat(store.of(CALL).stream().filter(flag -> flag.undoneAt().isEmpty()))
                .hasSize(standing);
    }

    @Nested
    class Refuses {

        @Test
        void aFlagOfNobody() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flag(CALL, " ", FlagReason.ABUSE))
                    .withMessage("a flag needs the agent who raised it, such as PJSIP/1001");
        }

        @Test
        void aNoteOf501Characters() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flags.flag(CALL, CALLER, "PJSIP/1001", FlagReason.ABUSE, "x".repeat(501)))
                    .withMessage("a note has at most 500 characters, this one has 501");
            assertThat(flags.flag(CALL, CALLER, "PJSIP/1001", FlagReason.ABUSE, "x".repeat(500)))
                    .isEqualTo(Destination.DETER);
        }

        @Test
        void anUndoByNobody() {
            assertThatIllegalArgumentException().isThrownBy(() -> flags.undo(1, ""));
        }
    }

    private Destination flag(CallId call, String agent, FlagReason reason) {
        return flags.flag(call, CALLER, agent, reason, "");
    }
}

package dev.quell.screening.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.screening.ScreeningSettings;
import dev.quell.screening.enforcement.Enforcement.Applied;
import dev.quell.testing.ShippedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnforcementTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final ScreeningSettings settings = settings("enforce", "0");
    private final SafetyFloor floor = new SafetyFloor(settings.floor(), new SimpleMeterRegistry());
    private final Enforcement enforcement = new Enforcement(settings, floor);

    @ParameterizedTest
    @EnumSource(Action.class)
    void enforcesEveryAction(Action action) {
        assertThat(enforcement.apply(call(), verdict(action, "score"), Optional.empty(), NOW))
                .isEqualTo(new Applied(action, "enforce"));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void observesEveryAction(Action action) {
        Enforcement observing = new Enforcement(settings("observe", "0.1"), floor);

        assertThat(observing.apply(call(), verdict(action, "score"), Optional.empty(), NOW))
                .isEqualTo(new Applied(Action.PASS, "observe"));
    }

    @Nested
    class Floor {

        @Test
        void trippedItTagsWhatTheMachineDecidedAndKeepsWhatPeopleDecided() {
            trip();

            assertThat(enforcement.apply(call(), verdict("score"), Optional.empty(), NOW))
                    .isEqualTo(new Enforcement.Applied(Action.TAG, "floor"));
            assertThat(enforcement
                            .apply(call(), verdict("block-list"), entry(Origin.BURST), NOW)
                            .action())
                    .isEqualTo(Action.TAG);
            assertThat(enforcement.apply(call(), verdict("block-list"), entry(Origin.MANUAL), NOW))
                    .isEqualTo(new Enforcement.Applied(Action.DETER, "enforce"));
            assertThat(enforcement
                            .apply(call(), verdict("flags-deter"), Optional.empty(), NOW)
                            .action())
                    .isEqualTo(Action.DETER);
            assertThat(enforcement
                            .apply(call(), verdict("line-listens"), Optional.empty(), NOW)
                            .action())
                    .isEqualTo(Action.DETER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"flags-deter", "line-listens", "flood"})
        void whatPeopleDecidedAndFloodsDoNotTripIt(String cause) {
            for (int i = 0; i < 280; i++) {
                floor.count(false, NOW);
            }
            for (int i = 0; i < 20; i++) {
                enforcement.apply(call(), verdict(cause), Optional.empty(), NOW);
            }

            assertThat(floor.tripped()).isFalse();
        }

        private void trip() {
            for (int i = 0; i < 300; i++) {
                floor.count(i < 20, NOW);
            }
        }
    }

    @Nested
    class HeldOut {

        private final Enforcement holding = new Enforcement(settings("enforce", "0.1"), floor);

        @Test
        void whatTheMachineDecidedPasses() {
            assertThat(holding.apply(heldOut(), verdict("score"), Optional.empty(), NOW))
                    .isEqualTo(new Applied(Action.PASS, "holdout"));
            assertThat(holding.apply(heldOut(), verdict("block-list"), entry(Origin.LADDER), NOW))
                    .isEqualTo(new Applied(Action.PASS, "holdout"));
        }

        @Test
        void whatPeopleDecidedStands() {
            assertThat(holding.apply(heldOut(), verdict("flags-deter"), Optional.empty(), NOW))
                    .isEqualTo(new Applied(Action.DETER, "enforce"));
            assertThat(holding.apply(heldOut(), verdict("block-list"), entry(Origin.MANUAL), NOW))
                    .isEqualTo(new Applied(Action.DETER, "enforce"));
        }

        @Test
        void whatPassesAnywayIsNoHoldout() {
            assertThat(holding.apply(heldOut(), verdict(Action.TAG, "score"), Optional.empty(), NOW))
                    .isEqualTo(new Applied(Action.TAG, "enforce"));
        }

        /** A call that a holdout of 10 % takes. */
        private CallId heldOut() {
            return IntStream.range(0, 1000)
                    .mapToObj(i -> new CallId("pbx", "1763800000." + i))
                    .filter(new Holdout(0.1)::holds)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ScreeningSettings settings(String mode, String holdout) {
        return ShippedSettings.of("quell.screening", ScreeningSettings.class, "mode", mode, "holdout", holdout);
    }

    private static Verdict verdict(String cause) {
        return verdict(Action.DETER, cause);
    }

    private static Verdict verdict(Action action, String cause) {
        return new Verdict(action, CallClass.SILENT, 0.5, List.of(), cause, "test");
    }

    private static CallId call() {
        return new CallId("pbx", "1763800000.1");
    }

    private static Optional<ListMatch> entry(Origin origin) {
        return Optional.of(new ListMatch(
                1,
                ListKind.BLOCK,
                ListPattern.parse("+8613800138000"),
                origin,
                Optional.of(NOW.plus(Duration.ofHours(1)))));
    }
}

package dev.quell.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.quell.call.CallToken;
import dev.quell.call.CaseNumber;
import dev.quell.call.IncomingCall;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.MovingClock;
import dev.quell.treatment.RunningDialogues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MovingClock clock = new MovingClock(NOON);
    private final LiveCalls calls = mock(LiveCalls.class);
    private final Switches switches = mock(Switches.class);
    private final RunningDialogues dialogues = mock(RunningDialogues.class);
    private final CallMemory memory = new CallMemory(mock(CallJournal.class), clock);
    private final LiveView view = new LiveView(calls, switches, dialogues, memory, clock);

    @BeforeEach
    void nothingIsSeen() {
        when(calls.now()).thenReturn(List.of());
        when(switches.now()).thenReturn(List.of());
        when(dialogues.now()).thenReturn(Map.of());
    }

    private Met screened(IncomingCall call) {
        CallScreened screened = new CallScreened(
                call,
                new CallToken("a".repeat(26)),
                new CaseNumber("12345678"),
                Verdict.pass("score", "r1"),
                Action.PASS,
                "enforce",
                128,
                true,
                "",
                Duration.ofMillis(1));
        memory.screened(screened);
        return Met.of(screened);
    }

    private List<Met> seen() {
        return view.now().calls().stream().flatMap(call -> call.met().stream()).toList();
    }

    @Test
    void aCallOfAnotherSwitchIsShownForHalfAnHourAndOneOfAnUnseenAsteriskForFour() {
        Met over = screened(CallBuilder.aCall().overRest().at(NOON));
        Met asterisk = screened(CallBuilder.aCall().at(NOON));
        assertThat(over.overRest()).isTrue();
        assertThat(asterisk.overRest()).isFalse();

        clock.advance(LiveView.LONGEST_OVER_REST.minusMillis(1));
        assertThat(seen()).containsExactlyInAnyOrder(over, asterisk);
        clock.advance(Duration.ofMillis(1));
        assertThat(seen()).containsExactly(asterisk);
        clock.advance(Duration.ofHours(4).minus(LiveView.LONGEST_OVER_REST).minusMillis(1));
        assertThat(seen()).containsExactly(asterisk);
        clock.advance(Duration.ofMillis(1));
        assertThat(seen()).isEmpty();
    }
}

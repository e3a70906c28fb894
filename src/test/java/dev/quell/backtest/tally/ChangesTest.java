package dev.quell.backtest.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Run;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Verdict VERDICT = Verdict.pass("score", "r1-00000000");
    private static final Run RUN =
            new Run("present", "r1-00000000", 0, 0, List.of(), List.of(), 0, 0, 0, Optional.empty());

    private final Changes changes = new Changes();

    private void changes(String call, Optional<Label> label) {
        changes.decided(Action.PASS, VERDICT, Action.TAG, VERDICT, label, () -> new Changes.Known(call, "", ""));
    }

    private List<String> examples() {
        return changes.sum(RUN).changes().getFirst().examples().stream()
                .map(Change.Example::call)
                .toList();
    }

    @Test
    void goodCallsStandFirstAmongTheFirstFive() {
        changes("a", Optional.empty());
        changes("b", Optional.of(Label.NUISANCE));
        changes("G1", Optional.of(Label.GOOD));
        changes("c", Optional.empty());
        assertThat(examples()).containsExactly("G1", "a", "b", "c");

        changes("d", Optional.empty());
        changes("e", Optional.empty());
        changes("G2", Optional.of(Label.GOOD));
        assertThat(examples()).containsExactly("G1", "G2", "a", "b", "c");
        assertThat(changes.sum(RUN).changes().getFirst().calls()).isEqualTo(7);
        assertThat(changes.sum(RUN).changes().getFirst().goodCalls()).isEqualTo(2);
    }

    @Test
    void ofManyGoodCallsTheFirstFiveAreShown() {
        for (int i = 1; i <= 7; i++) {
            changes("G" + i, Optional.of(Label.GOOD));
        }
        assertThat(examples()).containsExactly("G1", "G2", "G3", "G4", "G5");
    }
}

package dev.quell.tuning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.backtest.result.Change;
import dev.quell.backtest.result.Coverage;
import dev.quell.backtest.result.Difference;
import dev.quell.backtest.result.InputFacts;
import dev.quell.backtest.result.Run;
import dev.quell.classifier.Action;
import dev.quell.tuning.proposal.Findings.Move;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class FindingsTest {

    private static Run run(long calls) {
        return new Run("tried", "r3", calls, 1, List.of(), List.of(), 0, 0, 0, Optional.empty());
    }

    private static Change change(Action before, Action after, long good, int examples) {
        return new Change(
                before,
                after,
                9,
                good,
                1,
                IntStream.range(0, examples)
                        .mapToObj(n -> new Change.Example(
                                "pbx:1763800000." + n, "+8613800138000", "2026-11-23T08:00:00Z", "p 0.03", "p 0.9"))
                        .toList());
    }

    private static BacktestResult result(Change... changes) {
        return new BacktestResult(
                Mockito.mock(InputFacts.class),
                Mockito.mock(Coverage.class),
                run(400),
                Optional.of(new Difference(run(400), 18, List.of(changes))));
    }

    @Test
    void theGoodTalksThatWouldBeMetHarderAreNamedByTheirCallsAndNobodysNumberIsKept() {
        Findings found = Findings.of(
                result(change(Action.PASS, Action.CHALLENGE, 2, 4), change(Action.TAG, Action.PASS, 3, 4)), 8);

        assertThat(found)
                .isEqualTo(new Findings(
                        400,
                        18,
                        2,
                        8,
                        List.of(
                                new Move(
                                        Action.PASS,
                                        Action.CHALLENGE,
                                        9,
                                        2,
                                        1,
                                        List.of("pbx:1763800000.0", "pbx:1763800000.1")),
                                new Move(Action.TAG, Action.PASS, 9, 3, 1, List.of()))));
        assertThat(FindingsText.write(found)).doesNotContain("13800138000");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Findings found = Findings.of(result(change(Action.PASS, Action.CHALLENGE, 7, 6)), 1);
        assertThat(found.moves().getFirst().examples()).hasSize(5);

        assertThat(FindingsText.read(FindingsText.write(found), 400, 18, 7)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"sample\":0,\"moves\":[]}",
                "{\"sample\":1,\"moves\":[{\"before\":\"PASS\"}]}",
                "{\"sample\":1,\"moves\":[{\"before\":\"PASS\",\"after\":\"SING\",\"calls\":1,\"good\":0,\"nuisance\":0,\"examples\":[]}]}"
            })
    void whatAnotherVersionWroteIsRefused(String text) {
        assertThatThrownBy(() -> FindingsText.read(text, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

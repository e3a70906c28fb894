package dev.quell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.input.InputSummary;
import dev.quell.backtest.input.RecordReader;
import dev.quell.backtest.input.RecordSink;
import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.output.CdrWriter;
import dev.quell.simulation.output.TruthWriter;
import dev.quell.simulation.stage.FinishedCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final SimulationSettings SMALL =
            new SimulationSettings(List.of(5L), 7, 300, Site.COMMERCIAL, Set.of("customers", "harassers", "heze"));

    private static String calls(SimulationSettings settings) {
        StringBuilder out = new StringBuilder();
        Simulation.run(
                settings,
                ReplaySettings.shipped(),
                Simulation.usualTreatment(),
                List.of(new CdrWriter(out), new TruthWriter(out)));
        return out.toString();
    }

    @Test
    void sameSeedGivesTheSameCallsAndAnotherSeedOthers() {
        assertThat(calls(SMALL)).isEqualTo(calls(SMALL)).isNotEqualTo(calls(SMALL.seeds(6L)));
    }

    @Test
    void everyScenarioPlaysCallsWithTheTruthAboutThem() {
        Set<String> played = new HashSet<>();
        List<FinishedCall> calls = new ArrayList<>();
        Simulation.run(
                new SimulationSettings(List.of(1L), 7, 100, Site.COMMERCIAL, Set.of()),
                ReplaySettings.shipped(),
                Simulation.usualTreatment(),
                List.<Consumer<FinishedCall>>of(call -> played.add(call.person().scenario()), calls::add));

        assertThat(played).containsExactlyInAnyOrderElementsOf(Simulation.names());
        assertThat(Simulation.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]{3,24}"));
        assertThat(calls).extracting(call -> call.decided().call().id()).doesNotHaveDuplicates();
    }

    @Test
    void clockNeverGoesBack() {
        List<FinishedCall> calls = new ArrayList<>();
        Simulation.run(SMALL, ReplaySettings.shipped(), Simulation.usualTreatment(), List.of(calls::add));

        assertThat(calls)
                .extracting(call ->
                        call.decided().call().arrivedAt().plus(call.course().lasted()))
                .isSorted();
    }

    @Test
    void recordsCanBeReadAsMasterCsv() throws IOException {
        StringBuilder out = new StringBuilder();
        List<FinishedCall> calls = new ArrayList<>();
        Simulation.run(
                SMALL,
                ReplaySettings.shipped(),
                Simulation.usualTreatment(),
                List.<Consumer<FinishedCall>>of(new CdrWriter(out), calls::add));

        InputSummary read = new RecordReader(InputSettings.recognising(ZoneOffset.UTC, "CN"))
                .read(
                        "Master.csv",
                        new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)),
                        new RecordSink() {});

        assertThat(read.skipped()).isZero();
        assertThat(read.records()).isEqualTo(calls.size());
    }

    @Test
    void unknownScenarioIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> calls(new SimulationSettings(List.of(1L), 7, 100, Site.COMMERCIAL, Set.of("hezee"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no scenario hezee; there are customers, ");
    }

    @Test
    void runsThatShowNothingAreRefused() {
        assertThatThrownBy(() -> new SimulationSettings(List.of(1L), 6, 100, Site.COMMERCIAL, Set.of()))
                .hasMessage("a run has 7 to 366 days, not 6");
        assertThatThrownBy(() -> new SimulationSettings(List.of(1L), 7, 99, Site.COMMERCIAL, Set.of()))
                .hasMessage("a run has 100 to 5000000 good callers, not 99");
        assertThatThrownBy(() -> new SimulationSettings(List.of(), 7, 100, Site.COMMERCIAL, Set.of()))
                .hasMessage("at least one seed is needed, each once, and not []");
        assertThatThrownBy(() -> new SimulationSettings(List.of(1L, 1L), 7, 100, Site.COMMERCIAL, Set.of()))
                .hasMessage("at least one seed is needed, each once, and not [1, 1]");
    }

    @Test
    void jsonHasTheFigures() {
        SimulationResult result =
                Simulation.run(SMALL, ReplaySettings.shipped(), Simulation.usualTreatment(), List.of());

        assertThat(result.written(SimulationFormat.JSON)).contains("\"version\"", "\"auc\"", "\"heze\"");
        assertThat(result.written(SimulationFormat.TEXT)).contains("\nGoals\n", "\nTime to decision\n");
        assertThat(result.written(SimulationFormat.MARKDOWN)).contains("| scenario | callers are |");
    }
}

package dev.quell.simulation;

import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.output.AccuracyWriter;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.treatment.TreatmentSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The page about the accuracy of the shipped rules and settings: always the same runs, so that two pages can be compared. */
public final class AccuracyPage {

    private static final SimulationSettings COMMERCIAL =
            SimulationSettings.usual().seeds(11L, 12L, 13L, 14L);

    private static final SimulationSettings EMERGENCY =
            SimulationSettings.usual().at(Site.EMERGENCY).callers(20_000);

    private AccuracyPage() {}

    /**
     * Plays the runs and writes the page, in Markdown.
     *
     * @param progress told of how many calls are over, every time one is
     */
    public static String write(LongConsumer progress) {
        long[] calls = new long[1];
        List<Consumer<FinishedCall>> listeners = List.of(call -> progress.accept(++calls[0]));
        TreatmentSettings treatment = Simulation.usualTreatment();
        ReplaySettings shipped = ReplaySettings.shipped();
        SimulationResult commercial = Simulation.run(COMMERCIAL, shipped, treatment, listeners);
        SimulationResult emergency = Simulation.run(EMERGENCY, shipped, treatment, listeners);
        return AccuracyWriter.write(commercial.results(), emergency.results());
    }
}

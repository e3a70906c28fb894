package dev.quell.simulation;

import dev.quell.replay.Replay;
import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.measure.Measurements;
import dev.quell.simulation.play.Dice;
import dev.quell.simulation.scenario.Scenarios;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.simulation.stage.Stage;
import dev.quell.simulation.stage.World;
import dev.quell.treatment.TreatmentSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Binder;

/** A population of callers with the truth about each, let loose on the code that decides about live calls. */
public final class Simulation {

    /** A Monday; any would do. */
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    private Simulation() {}

    /**
     * Plays a run for each seed and measures them together.
     *
     * @param treatment the dialogues' settings
     * @param listeners told of every call that is over, in the order of their ends
     * @throws IllegalArgumentException if there is no scenario of a name that the settings ask for
     */
    public static SimulationResult run(
            SimulationSettings settings,
            ReplaySettings decides,
            TreatmentSettings treatment,
            List<? extends Consumer<FinishedCall>> listeners) {
        Measurements measurements = new Measurements();
        for (long seed : settings.seeds()) {
            measurements.begin(seed);
            play(settings, seed, Replay.of(decides), treatment, call -> {
                measurements.accept(call);
                listeners.forEach(listener -> listener.accept(call));
            });
        }
        return new SimulationResult(measurements.results(
                settings, names(), Replay.of(decides).classifier().version()));
    }

    private static void play(
            SimulationSettings settings,
            long seed,
            Replay replay,
            TreatmentSettings treatment,
            Consumer<FinishedCall> finished) {
        World world = new World(settings.site(), BEGIN, settings.days(), seed);
        Stage stage = new Stage(replay, treatment, world.rhythm(), finished);
        for (Scenario scenario : chosen(settings)) {
            Dice dice = new Dice(seed * 31 + scenario.name().hashCode());
            scenario.stage(
                    new Cast(scenario.name(), stage, settings.site(), world.handsets(), dice, settings.callers()));
        }
        stage.run();
    }

    /** The dialogues as they are shipped. */
    public static TreatmentSettings usualTreatment() {
        return new Binder(List.of()).bindOrCreate("quell.treatment", TreatmentSettings.class);
    }

    /** The names of all scenarios. */
    public static List<String> names() {
        return Scenarios.all().stream().map(Scenario::name).toList();
    }

    /**
     * Makes sure that there are scenarios of these names.
     *
     * @throws IllegalArgumentException if not
     */
    public static void check(Collection<String> scenarios) {
        TreeSet<String> unknown = new TreeSet<>(scenarios);
        names().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no scenario " + String.join(", ", unknown) + "; there are " + String.join(", ", names()));
        }
    }

    private static List<Scenario> chosen(SimulationSettings settings) {
        check(settings.scenarios());
        return Scenarios.all().stream()
                .filter(scenario ->
                        settings.scenarios().isEmpty() || settings.scenarios().contains(scenario.name()))
                .toList();
    }
}

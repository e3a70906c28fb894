package dev.quell.simulation.output;

import dev.quell.simulation.SimulationFormat;
import dev.quell.simulation.SimulationSettings;
import dev.quell.simulation.measure.Results;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was measured. */
public final class ResultWriter {

    private ResultWriter() {}

    /** The result in a format, ending in a line feed. */
    public static String write(Results results, SimulationFormat format) {
        return switch (format) {
            case TEXT -> sections(results, TextTable::plain, "");
            case MARKDOWN -> sections(results, TextTable::markdown, "## ");
            case JSON ->
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n";
        };
    }

    private static String sections(Results results, Function<TextTable, String> table, String heading) {
        return String.join(
                "\n",
                List.of(
                        run(results) + "\n",
                        heading + "Goals\n",
                        table.apply(Tables.goals(results)),
                        heading + "Good callers hurt\n",
                        table.apply(Tables.hurt(results)),
                        heading + "Time to decision\n",
                        table.apply(Tables.decisions(results)),
                        heading + "Scenarios: share (number) of callers who met it at least once\n",
                        table.apply(Tables.scenarios(results)),
                        heading + "Is the probability what it says?\n",
                        table.apply(Tables.reliability(results)),
                        Tables.merit(results) + "\n"));
    }

    /** What was played, in one sentence. */
    static String run(Results results) {
        SimulationSettings settings = results.settings();
        return String.format(
                Locale.ROOT,
                "%s site, %d days, %d good callers of the bulk, seed %s; rules and settings %s; %d calls.",
                settings.site().name().toLowerCase(Locale.ROOT),
                settings.days(),
                settings.callers(),
                settings.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                results.version(),
                results.good().calls() + results.nuisance().calls());
    }
}

package dev.quell.simulation;

import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.output.CdrWriter;
import dev.quell.simulation.output.TraceWriter;
import dev.quell.simulation.output.TruthWriter;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.treatment.TreatmentSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Files that a run writes besides its result.
 *
 * @param cdr call records as Asterisk's {@code Master.csv} has them, empty for none
 * @param truth the truth about each call, empty for none
 * @param traced callers such as {@code harassers-3}, or scenarios, whose calls are written to {@code trace} with verdict and reasons
 */
public record SimulationFiles(Optional<Path> cdr, Optional<Path> truth, Set<String> traced, Appendable trace) {

    public SimulationFiles {
        traced = Set.copyOf(traced);
    }

    /**
     * Plays a run, measures it and writes the files; what is there is overwritten.
     *
     * @param progress told of how many calls are over, every time one is
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if there are files and several seeds
     */
    public SimulationResult run(
            SimulationSettings settings, ReplaySettings decides, TreatmentSettings treatment, LongConsumer progress)
            throws IOException {
        if (settings.seeds().size() > 1 && (cdr.isPresent() || truth.isPresent())) {
            throw new IllegalArgumentException(
                    "the calls of several seeds are at the same times; write files with one seed");
        }
        try (Writer records = writer(cdr);
                Writer truths = writer(truth)) {
            List<Consumer<FinishedCall>> listeners = new ArrayList<>();
            cdr.ifPresent(file -> listeners.add(new CdrWriter(records)));
            truth.ifPresent(file -> listeners.add(new TruthWriter(truths)));
            listeners.add(new TraceWriter(traced, trace));
            listeners.add(counting(progress));
            return Simulation.run(settings, decides, treatment, listeners);
        }
    }

    private static Consumer<FinishedCall> counting(LongConsumer progress) {
        long[] calls = new long[1];
        return call -> progress.accept(++calls[0]);
    }

    private static Writer writer(Optional<Path> file) throws IOException {
        return file.isPresent() ? Files.newBufferedWriter(file.get()) : Writer.nullWriter();
    }
}

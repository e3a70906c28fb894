package dev.quell.cli;

import dev.quell.replay.ReplaySettings;
import dev.quell.simulation.AccuracyPage;
import dev.quell.simulation.Simulation;
import dev.quell.simulation.SimulationFiles;
import dev.quell.simulation.SimulationFormat;
import dev.quell.simulation.SimulationResult;
import dev.quell.simulation.SimulationSettings;
import dev.quell.simulation.Site;
import dev.quell.treatment.TreatmentSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code simulate}: what the settings would do to callers about whom the truth is known. */
@Command(
        name = "simulate",
        sortOptions = false,
        description =
                "Play a call centre with simulated callers, good and bad, through the code that decides about live calls, and count "
                        + "who met what. The settings are this site's, enforced and without a holdout.",
        footerHeading = "%n",
        footer = "The same seed gives the same calls. No call reaches anybody, nothing is written but the files named.")
final class SimulateCommand implements Callable<Integer> {

    /** The names of all scenarios, for the help. */
    static final class ScenarioNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Simulation.names().iterator();
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(
            names = "--seed",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            description = "Several are played one after the other and measured together. Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "14",
            description = "How long, 7 to 366. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Good callers of the bulk, 100 to 5000000. Default: ${DEFAULT-VALUE}.")
    private int callers;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            defaultValue = "commercial",
            description =
                    "Whose base rates: commercial, or emergency for a 110 or 120 line. Default: ${DEFAULT-VALUE}.")
    private Site site = Site.COMMERCIAL;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = ScenarioNames.class,
            description = "Only this one; may be given several times. Default: all of ${COMPLETION-CANDIDATES}.")
    private List<String> scenarios = List.of();

    @Option(names = "--cdr", paramLabel = "FILE", description = "Write the calls as Asterisk's Master.csv.")
    private @Nullable Path cdr;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write the truth about each call: call,uniqueid,caller,number,scenario,label.")
    private @Nullable Path truth;

    @Option(
            names = "--follow",
            paramLabel = "CALLER",
            split = ",",
            description =
                    "Show each call of a caller, such as harassers-3, or of a scenario's callers, with verdict and reasons.")
    private List<String> traced = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown or json. Default: ${DEFAULT-VALUE}.")
    private SimulationFormat format = SimulationFormat.TEXT;

    @Option(
            names = "--accuracy-page",
            paramLabel = "FILE",
            description =
                    "Write the page about the shipped settings' accuracy instead: runs and settings are fixed, other options do not count.")
    private @Nullable Path accuracyPage;

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        Progress progress = new Progress(here.commandLine().getErr(), all.clock());
        if (accuracyPage != null) {
            Files.writeString(accuracyPage, AccuracyPage.write(progress::played));
            progress.end();
            return 0;
        }
        Binder binder = Binder.get(all.settings().environment());
        SimulationResult result = new SimulationFiles(
                        Optional.ofNullable(cdr),
                        Optional.ofNullable(truth),
                        Set.copyOf(traced),
                        here.commandLine().getOut())
                .run(
                        settings(here),
                        ReplaySettings.of(binder).enforcing(),
                        binder.bindOrCreate("quell.treatment", TreatmentSettings.class),
                        progress::played);
        progress.end();
        here.commandLine().getOut().print(result.written(format));
        return 0;
    }

    private SimulationSettings settings(CommandSpec here) {
        try {
            Simulation.check(scenarios);
            if (seeds.size() > 1 && (cdr != null || truth != null)) {
                throw new IllegalArgumentException("--cdr and --truth take one --seed, calls of several overlap");
            }
            return new SimulationSettings(seeds, days, callers, site, Set.copyOf(scenarios));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
    }
}

package dev.quell.cli;

import dev.quell.backtest.Backtest;
import dev.quell.backtest.Choice;
import dev.quell.backtest.input.InboundRule;
import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.input.InputSettings.Callers;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.calibration.CalibrationResult;
import dev.quell.calibration.CalibrationText;
import dev.quell.calibration.Calibrator;
import dev.quell.calibration.PastCalls;
import dev.quell.calibration.ProposalFile;
import dev.quell.replay.ReplaySettings;
import dev.quell.storage.OpenLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code calibrate}: proposes weights that fit a site's own callers. */
@Command(
        name = "calibrate",
        sortOptions = false,
        description =
                "Fit the classifier's weights to calls of which it is known what they were, toward the shipped ones, and propose a settings file. "
                        + "Nuisance are calls with an agent's flag that stands, good are long talks. Nothing is changed.",
        footerHeading = "%n",
        footer = {
            "A time is written " + Moment.FORMS + ".",
            "Exit status 1 if nothing is proposed: too few labelled calls, or weights that are no better on callers held out."
        })
final class CalibrateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Recorded calls with labels, as quell backtest reads them. Without it: this site's call log.")
    private @Nullable Path file;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "90d",
            description = "Begin in the log, inclusive. Default: ${DEFAULT-VALUE} ago.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "End in the log, exclusive. Default: now.")
    private @Nullable String to;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "What callers were, for example from a review: caller,label. Goes before flags and talks.")
    private @Nullable Path labels;

    @Option(
            names = "--strength",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "How firmly the shipped weights hold: a symbol goes about half-way on 4 x N calls that could be either. "
                            + "Default: ${DEFAULT-VALUE}.")
    private double strength;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the proposed settings there. Default: show them.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        ReplaySettings present = BacktestFiles.present(all.settings()).settings();
        CalibrationResult result = result(here, all, present);
        PrintWriter text = here.commandLine().getOut();
        CalibrationText.of(result, all.zone()).forEach(text::println);
        if (!result.proposes()) {
            return Commands.FAULT;
        }
        propose(ProposalFile.of(result, all.clock().instant(), all.zone()), text);
        return 0;
    }

    private CalibrationResult result(CommandSpec here, Commands all, ReplaySettings present) throws IOException {
        Calibrator calibrator;
        Instant now = all.clock().instant();
        Instant begin;
        Instant end;
        try {
            calibrator =
                    Calibrator.of(present.classifier(), ReplaySettings.shipped().classifier(), strength);
            begin = Moment.parse(from, now, all.zone());
            end = to == null ? now : Moment.parse(to, now, all.zone());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
        InputSettings input = input(all, present);
        Map<String, Label> known = labels == null ? Map.of() : BacktestFiles.labels(labels, input);
        Progress progress = new Progress(here.commandLine().getErr(), all.clock());
        Path recorded = file;
        try {
            if (recorded != null) {
                return calibrator.calibrate(
                        past(present, known, backtest -> sound(recorded, backtest.file(recorded, input, read -> {}))),
                        progress::calls);
            }
            try (OpenLog records = OpenLog.of(all.settings().dataDirectory())) {
                return calibrator.calibrate(
                        past(
                                present,
                                known,
                                backtest -> backtest.log("call log", records.archive(), begin, end, read -> {})),
                        progress::calls);
            }
        } finally {
            progress.end();
        }
    }

    /** One pass over the calls. */
    @FunctionalInterface
    private interface Pass {
        BacktestResult run(Backtest backtest) throws IOException;
    }

    private static PastCalls past(ReplaySettings present, Map<String, Label> known, Pass pass) {
        return (settings, watcher) -> pass.run(Backtest.of(new Choice("calibrate", present.withClassifier(settings)))
                .labelled(known)
                .observed(watcher::decided));
    }

    private static BacktestResult sound(Path file, BacktestResult result) {
        if (result.input().unsound()) {
            throw new IllegalStateException(file + ": " + result.input().skipped() + " of "
                    + result.input().lines()
                    + " lines could not be read, more than 1 %; see quell backtest for which");
        }
        return result;
    }

    private InputSettings input(Commands all, ReplaySettings present) {
        return new InputSettings(
                Optional.empty(),
                List.of(),
                all.zone(),
                present.calls().region(),
                file == null ? Callers.NUMBERS : Callers.BY_FORMAT,
                InboundRule.ALL);
    }

    private void propose(List<String> lines, PrintWriter text) throws IOException {
        text.println();
        if (out == null) {
            lines.forEach(text::println);
        } else {
            Files.write(out, lines);
            text.println("The proposal is in " + out + ". Nothing has been changed; try it: quell backtest --settings "
                    + out + " --against present");
        }
    }
}

package dev.quell.cli;

import dev.quell.backtest.Backtest;
import dev.quell.backtest.Choice;
import dev.quell.backtest.input.InboundRule;
import dev.quell.backtest.input.InputFormat;
import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.input.InputSettings.Callers;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.storage.OpenLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

/** {@code backtest}: what given settings would have done with the calls of the past. */
@Command(
        name = "backtest",
        sortOptions = false,
        description =
                "Decide the calls of the past again and say what would have been tagged, challenged, listened to, deterred and blocked; "
                        + "where it is known what callers were, how well. Nothing is changed and no call is touched.",
        footerHeading = "%n",
        footer = {
            "A time is written " + Moment.FORMS + ".",
            "Exit status 1 if more than 1 %% of the lines could not be read; the result is shown all the same."
        })
final class BacktestCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "Recorded calls: Asterisk's Master.csv, cdr_custom or cel, caller,callee,start,duration,disposition, or "
                            + "caller,callee,count; .gz too. Without it: this site's call log.")
    private @Nullable Path file;

    @Option(names = "--log", description = "This site's call log (also what is read without FILE).")
    private boolean log;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "30d",
            description =
                    "Begin in the log, inclusive; what was before makes the callers known. Default: ${DEFAULT-VALUE} ago.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "End in the log, exclusive. Default: now.")
    private @Nullable String to;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Settings to try: a file like config/application.yml with what differs from the present ones.")
    private @Nullable Path settings;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Compare with these settings, or with 'present' or 'shipped' ones: the calls that change are shown.")
    private @Nullable String against;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "What callers were: caller,label; a label is 1 or 0, nuisance or good, spam or ham.")
    private @Nullable Path labels;

    @Option(
            names = "--read-as",
            paramLabel = "FORMAT",
            converter = BacktestFiles.Format.class,
            description = "master-csv, cdr-custom, cel, calls or counts. Default: recognised.")
    private @Nullable InputFormat readAs;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "The columns of a FILE without a header line.")
    private List<String> columns = List.of();

    @Option(
            names = "--callers",
            paramLabel = "WHAT",
            defaultValue = "by_format",
            description =
                    "What the callers of FILE are: numbers, opaque, or by_format: numbers in Asterisk's records, else those with a +. "
                            + "Default: ${DEFAULT-VALUE}.")
    private Callers callers = Callers.BY_FORMAT;

    @Option(
            names = "--inbound",
            paramLabel = "RULE",
            description = "Which of Asterisk's records are inbound calls: " + InboundRule.FORMS + ". Default: all.")
    private @Nullable String inbound;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or html. Default: ${DEFAULT-VALUE}.")
    private BacktestFiles.Shape format = BacktestFiles.Shape.TEXT;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "en or zh, for text and html. Default: ${DEFAULT-VALUE}.")
    private Tongue language = Tongue.EN;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path out;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "Write one line a call, or a caller of counts: id,p,action,label,caller,log_odds.")
    private @Nullable Path scores;

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        if (log && file != null) {
            throw new ParameterException(here.commandLine(), "either --log or a FILE, not both");
        }
        BacktestResult result = result(here, Wired.in(commands));
        BacktestFiles.write(
                result,
                format,
                language.of(),
                Optional.ofNullable(out),
                here.commandLine().getOut());
        if (result.input().unsound()) {
            here.commandLine()
                    .getErr()
                    .println("quell: " + result.input().skipped() + " of "
                            + result.input().lines()
                            + " lines could not be read, more than 1 %; the figures are not to be trusted");
            return Commands.FAULT;
        }
        return 0;
    }

    private BacktestResult result(CommandSpec here, Commands all) throws IOException {
        SiteSettings present = all.settings();
        Choice tested =
                settings == null ? BacktestFiles.present(present) : BacktestFiles.choice(present, settings.toString());
        Backtest backtest = Backtest.of(tested).in(all.zone());
        if (against != null) {
            backtest = backtest.against(BacktestFiles.choice(present, against));
        }
        InputSettings input = input(here, all, tested);
        if (labels != null) {
            backtest = backtest.labelled(BacktestFiles.labels(labels, input));
        }
        Progress progress = new Progress(here.commandLine().getErr(), all.clock());
        try (ScoreFile written = ScoreFile.open(Optional.ofNullable(scores))) {
            return file == null
                    ? overLog(here, all, present, backtest.scored(written), progress)
                    : backtest.scored(written).file(file, input, progress::lines);
        } finally {
            progress.end();
        }
    }

    private BacktestResult overLog(
            CommandSpec here, Commands all, SiteSettings present, Backtest backtest, Progress progress) {
        Instant now = all.clock().instant();
        Path directory = present.dataDirectory();
        try (OpenLog records = OpenLog.of(directory)) {
            records.rulesSaved()
                    .ifPresent(
                            at -> here.commandLine()
                                    .getErr()
                                    .println(
                                            "quell: the rules that were saved on /rules at " + at
                                                    + " are not part of the settings here and are left out; copy their lines from that page into a FILE for --settings or --against"));
            Instant begin = Moment.parse(from, now, all.zone());
            Instant end = to == null ? now : Moment.parse(to, now, all.zone());
            return backtest.log("call log", records.archive(), begin, end, progress::calls);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
    }

    private InputSettings input(CommandSpec here, Commands all, Choice tested) {
        try {
            return new InputSettings(
                    Optional.ofNullable(readAs),
                    columns,
                    all.zone(),
                    tested.settings().calls().region(),
                    file == null ? Callers.NUMBERS : callers,
                    inbound == null ? InboundRule.ALL : InboundRule.of(inbound));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
    }
}

package dev.quell.cli;

import dev.quell.report.Grouping;
import dev.quell.report.SourceCsv;
import dev.quell.report.SourceReport;
import dev.quell.report.SourceText;
import dev.quell.report.Sources;
import dev.quell.storage.OpenLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report}: who called in a period and what became of it. */
@Command(
        name = "report",
        sortOptions = false,
        description =
                "List the sources of calls in a period, the worst first: calls by outcome and class, first and last seen, "
                        + "lines reached, treatments, blocks, flags.",
        footerHeading = "%n",
        footer = "A time is written " + Moment.FORMS + ".")
final class ReportCommand implements Callable<Integer> {

    /** How a report is written. */
    enum Format {
        TEXT,
        CSV
    }

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "Begin, inclusive. Default: ${DEFAULT-VALUE} ago.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "End, exclusive. Default: now.")
    private @Nullable String to;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "number",
            description =
                    "What is one source: number, range (E.164 without its last two digits) or trunk. Default: ${DEFAULT-VALUE}.")
    private Grouping by = Grouping.NUMBER;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or csv. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "How many sources are listed at most, 1 to 100000; the total counts all. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Wired.in(spec);
        Commands all = Wired.in(commands);
        Sources.Query query = query(here, all);
        try (OpenLog log = OpenLog.of(all.settings().dataDirectory())) {
            Progress progress = new Progress(here.commandLine().getErr(), all.clock());
            SourceReport report = new Sources(log.sources()).report(query, progress::read);
            progress.end();
            write(report, here.commandLine().getOut(), all);
        }
        return 0;
    }

    private Sources.Query query(CommandSpec here, Commands all) {
        Instant now = all.clock().instant();
        try {
            return new Sources.Query(
                    by, Moment.parse(from, now, all.zone()), to == null ? now : Moment.parse(to, now, all.zone()), top);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), Faults.sentence(e), e);
        }
    }

    private void write(SourceReport report, PrintWriter out, Commands all) throws IOException {
        switch (format) {
            case TEXT -> out.print(SourceText.of(report, all.zone()));
            case CSV -> SourceCsv.write(report, out);
        }
    }
}

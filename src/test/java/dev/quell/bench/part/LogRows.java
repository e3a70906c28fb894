package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The durable log: verdicts and ends a second into the journal, and from there into the database. */
public final class LogRows implements Part {

    private static final String MAIN = "dev.quell.storage.journal.JournalFigures";

    @Override
    public String key() {
        return "log";
    }

    @Override
    public String heading() {
        return "The log";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(
                "Verdicts written by so many at once, each durable before the next, as fast as can be; then ten times as many; then 3,000 a second with their"
                        + " ends.",
                "",
                "```"));
        int most = plan.size(50_000, 1_000_000);
        lines.add(figures(plan, most / 10, 1, 0));
        lines.add(figures(plan, most / 10, 64, 0));
        lines.add(figures(plan, most, 64, 0));
        lines.add(figures(plan, plan.size(10_000, 60_000), 64, 3000));
        lines.add("```");
        return lines;
    }

    private static String figures(Plan plan, int rows, int writers, int perSecond)
            throws IOException, InterruptedException {
        String directory = Files.createTempDirectory(plan.directory(), "log").toString();
        List<String> said = Figures.of(
                Jvm.SHIPPED,
                MAIN,
                List.of(Integer.toString(rows), directory, Integer.toString(writers), Integer.toString(perSecond)));
        String figures = said.getLast();
        String bytes = Figures.words(figures).get("bytes_per_row");
        if (bytes != null) {
            plan.findings().keep("journal.bytes", Double.parseDouble(bytes));
        }
        Text.progress("  %s", figures);
        return figures;
    }
}

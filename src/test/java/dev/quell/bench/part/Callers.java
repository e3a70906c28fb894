package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What tracked callers take, and the worst verdict over them, by collector and by number. */
public final class Callers implements Part {

    private static final String MAIN = "dev.quell.bench.CallerMemory";

    @Override
    public String key() {
        return "callers";
    }

    @Override
    public String heading() {
        return "Tracked callers";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(
                "Callers with one or two calls each, packed on the heap; then 1,000 verdicts a second over them while they are told of calls, beside the same with"
                        + " nobody tracked.",
                ""));
        int most = plan.size(500_000, 5_000_000);
        int seconds = plan.size(5, 20);
        for (String collector : List.of("ZGC", "G1GC")) {
            for (int callers : new int[] {most / 10, most}) {
                lines.add("**" + Text.number(callers) + " callers, " + collector + "**");
                lines.add("");
                lines.add("```");
                lines.addAll(Figures.of(
                        List.of("-Xmx2g", "-XX:+Use" + collector, "-XX:+UseCompactObjectHeaders"),
                        MAIN,
                        List.of(Integer.toString(callers), Integer.toString(seconds))));
                lines.add("```");
                lines.add("");
            }
        }
        return lines;
    }
}

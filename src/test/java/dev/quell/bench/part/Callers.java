package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tracked callers take, and the worst verdict over them, by collector and by number. */
public final class Callers implements Part {

    private static final String MAIN = "dev.quell.bench.CallerMemory";
    private static final Pattern BYTES = Pattern.compile("([0-9.]+) bytes each on the heap");

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
        int seconds = plan.size(5, 12);
        for (String collector : List.of("G1GC", "ZGC")) {
            for (int callers : new int[] {most / 10, most}) {
                lines.add("**" + Text.number(callers) + " callers, " + collector + "**");
                lines.add("");
                lines.add("```");
                List<String> said = Figures.of(
                        List.of("-Xmx2g", "-XX:+Use" + collector, "-XX:+UseCompactObjectHeaders"),
                        MAIN,
                        List.of(Integer.toString(callers), Integer.toString(seconds)));
                said.forEach(line -> Text.progress("  %s", line));
                keepBytes(plan, said);
                lines.addAll(said);
                lines.add("```");
                lines.add("");
            }
        }
        return lines;
    }

    private static void keepBytes(Plan plan, List<String> said) {
        for (String line : said) {
            Matcher bytes = BYTES.matcher(line);
            if (bytes.find()) {
                plan.findings().keep("caller.bytes", Double.parseDouble(bytes.group(1)));
            }
        }
    }
}

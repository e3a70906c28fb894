package dev.quell.bench.part;

import dev.quell.bench.page.Part;
import dev.quell.bench.page.Plan;
import dev.quell.bench.page.Text;
import dev.quell.bench.server.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The block list: load time, look-up and memory of a million entries and of a tenth. */
public final class BlockEntries implements Part {

    private static final String MAIN = "dev.quell.bench.list.ListMemory";

    @Override
    public String key() {
        return "lists";
    }

    @Override
    public String heading() {
        return "The block list";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        int most = plan.size(100_000, 1_000_000);
        Map<String, String> few = figures(plan, most / 10);
        Map<String, String> many = figures(plan, most);
        List<String> lines = new ArrayList<>(List.of(
                "Read from the database file into memory, asked by one thread, in a process of its own; `map_`: a plain map of the same entries. Times in"
                        + " milliseconds and nanoseconds, memory in bytes for all entries.",
                "",
                Text.row("", Text.number(most / 10) + " entries", Text.number(most) + " entries"),
                Text.rule(3)));
        many.forEach((name, value) -> lines.add(Text.row(name, few.getOrDefault(name, "-"), value)));
        return lines;
    }

    /** The last figure of each name. */
    private static Map<String, String> figures(Plan plan, int entries) throws IOException, InterruptedException {
        String directory = Files.createTempDirectory(plan.directory(), "lists").toString();
        Map<String, String> figures = new LinkedHashMap<>();
        List<String> jvm = List.of("-Xmx1500m", "-XX:+UseZGC", "-XX:+UseCompactObjectHeaders");
        for (String line : Figures.of(jvm, MAIN, List.of(Integer.toString(entries), directory))) {
            figures.putAll(Figures.words(line));
        }
        Text.progress("  %d entries: %s", entries, figures);
        return figures;
    }
}

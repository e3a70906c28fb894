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

/** What ranges on the block list cost each look-up, beside the same list without them. */
public final class ListRanges implements Part {

    private static final String MAIN = "dev.quell.bench.list.RangeCost";

    @Override
    public String key() {
        return "ranges";
    }

    @Override
    public String heading() {
        return "Ranges on the block list";
    }

    @Override
    public List<String> measure(Plan plan) throws IOException, InterruptedException {
        String directory = Files.createTempDirectory(plan.directory(), "ranges").toString();
        Map<String, String> figures = new LinkedHashMap<>();
        List<String> jvm = List.of("-Xmx1500m", "-XX:+UseZGC", "-XX:+UseCompactObjectHeaders");
        for (String line : Figures.of(jvm, MAIN, List.of(directory))) {
            figures.putAll(Figures.words(line));
        }
        Text.progress("  %s", figures);
        List<String> lines = new ArrayList<>(List.of(
                "A look-up in a list of 100,000 numbers and 1,000 prefixes, in the same list with 10,000 ranges spread over its numbers, and with 10,000 ranges within one"
                        + " million numbers, in nanoseconds; asked in turn by one thread, the median of 15 rounds. In brackets: by the same look-up without ranges.",
                "",
                Text.row("a caller", "no ranges", "ranges spread", "ranges close together"),
                Text.rule(4)));
        lines.add(row(figures, "whose number is on the list", "hit"));
        lines.add(row(figures, "who is on no list", "miss"));
        lines.add(row(figures, "of a prefix", "prefix"));
        lines.add(Text.row("of a range", "-", time(figures, "range_spread"), time(figures, "range_dense")));
        return lines;
    }

    private static String row(Map<String, String> figures, String caller, String key) {
        return Text.row(
                caller, time(figures, key + "_none"), with(figures, key, "_spread"), with(figures, key, "_dense"));
    }

    private static String with(Map<String, String> figures, String key, String ranges) {
        return Text.of(
                "%s (%.2f)",
                time(figures, key + ranges), number(figures, key + ranges) / number(figures, key + "_none"));
    }

    private static String time(Map<String, String> figures, String key) {
        return Text.of("%.0f", number(figures, key));
    }

    private static double number(Map<String, String> figures, String key) {
        return Double.parseDouble(figures.getOrDefault(key, "NaN"));
    }
}

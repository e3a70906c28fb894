package dev.quell.reporting.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of a report, in words.
 *
 * @param header the columns' names
 * @param rows as many cells each as there are columns
 * @param notes what is to be known of it: where it rests on an assumption or a sample
 */
public record Section(String heading, List<String> header, List<List<String>> rows, List<String> notes) {

    private static final Pattern COUNT = Pattern.compile("[0-9]{4,15}");

    public Section {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }

    /** The rows for people: whole numbers behind the first column have their thousands apart. A program's file has them plain. */
    public List<List<String>> readable() {
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(at -> at == 0 ? row.getFirst() : grouped(row.get(at)))
                        .toList())
                .toList();
    }

    private static String grouped(String cell) {
        return COUNT.matcher(cell).matches() ? String.format(Locale.ROOT, "%,d", Long.parseLong(cell)) : cell;
    }
}

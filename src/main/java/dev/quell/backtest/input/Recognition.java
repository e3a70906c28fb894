package dev.quell.backtest.input;

import dev.quell.backtest.input.line.RecordSource;
import dev.quell.call.Printable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what a file holds: from what it is said to be, from its header line, or from the look of its first records. */
final class Recognition {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private final InputSettings settings;
    private final String name;
    private final Shapes shapes;

    /** Recognition of a file; its name is for messages. */
    Recognition(InputSettings settings, String name) {
        this.settings = settings;
        this.name = Printable.of(name, 200);
        this.shapes = new Shapes(new Times(settings.zone()));
    }

    /** The layout of a file by its first lines that are not empty. */
    Layout layout(List<String> first) {
        Layout layout = settings.columns().isEmpty() ? found(first) : told(first);
        missing(layout).ifPresent(column -> {
            throw new IllegalArgumentException(name + " has no column for the " + column.word() + ", which "
                    + layout.format().word() + " needs; name the columns in a header line or with --columns");
        });
        return layout;
    }

    private Layout told(List<String> first) {
        List<Column> columns = columns(settings.columns());
        char separator = separator(first, columns.size());
        boolean header =
                !first.isEmpty() && header(split(first.getFirst(), separator)).isPresent();
        InputFormat format = settings.format().orElseGet(() -> Shapes.format(columns));
        return Layout.exactly(format, separator, header, columns);
    }

    private Layout found(List<String> first) {
        for (char separator : SEPARATORS) {
            List<List<String>> records = first.stream()
                    .map(line -> split(line, separator))
                    .filter(record -> record.size() > 1)
                    .toList();
            if (records.isEmpty()) {
                continue;
            }
            Optional<List<Column>> header = header(split(first.getFirst(), separator));
            if (header.isPresent()) {
                InputFormat format = settings.format().orElseGet(() -> Shapes.format(header.get()));
                return Layout.exactly(format, separator, true, header.get());
            }
            Optional<Layout> shape = shapes.of(records, separator, settings.format());
            if (shape.isPresent()) {
                return shape.get();
            }
        }
        return unrecognised(first);
    }

    private Layout unrecognised(List<String> first) {
        if (first.isEmpty()) {
            return Layout.exactly(settings.format().orElse(InputFormat.CALLS), ',', false, Shapes.CALLS);
        }
        String asked = settings.format()
                .map(format -> "no records of " + format.word())
                .orElse("no records that are known");
        throw new IllegalArgumentException(
                name + " holds " + asked
                        + " in its first lines; known are Asterisk's Master.csv, cdr-custom and cel-custom, caller,callee,start,duration,disposition, "
                        + "caller,callee,count and caller,label. Name the columns with --columns, or the format with --input-format");
    }

    /** The columns of a header line: two known names at least, none twice, and not one number. */
    private static Optional<List<Column>> header(List<String> fields) {
        List<Column> columns = new ArrayList<>();
        for (String field : fields) {
            Column column = Column.of(field).orElse(Column.OTHER);
            columns.add(columns.contains(column) ? Column.OTHER : column);
        }
        boolean numbers = fields.stream()
                .map(String::strip)
                .anyMatch(field -> !field.isEmpty() && Character.isDigit(field.codePointAt(0)));
        long known = columns.stream().filter(column -> column != Column.OTHER).count();
        return known >= 2 && !numbers && columns.contains(Column.CALLER) ? Optional.of(columns) : Optional.empty();
    }

    private static List<Column> columns(List<String> names) {
        List<Column> columns = names.stream()
                .map(column -> Column.of(column).orElse(Column.OTHER))
                .toList();
        for (Column column : Column.values()) {
            if (column != Column.OTHER && columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new IllegalArgumentException(
                        "--columns names the " + column.word() + " twice; name it once, and others 'other'");
            }
        }
        return columns;
    }

    private static char separator(List<String> first, int columns) {
        for (char separator : SEPARATORS) {
            if (first.stream().anyMatch(line -> split(line, separator).size() == columns)) {
                return separator;
            }
        }
        return ',';
    }

    private static Optional<Column> missing(Layout layout) {
        return Shapes.needed(layout.format()).stream()
                .filter(column -> !layout.has(column))
                .findFirst();
    }

    /** The fields of one line; none if its quoting is broken or goes on in the next line. */
    private static List<String> split(String line, char separator) {
        RecordSource one = new RecordSource(new StringReader(line));
        one.expect(separator, 1, Integer.MAX_VALUE);
        try {
            return one.next() && one.fault().isEmpty() ? one.fields().all() : List.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

package dev.quell.backtest.input;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a file has what.
 *
 * @param header whether the first line names the columns
 * @param columns in their order
 * @param fewest the fewest fields that a record has
 * @param most the most
 */
record Layout(InputFormat format, char separator, boolean header, List<Column> columns, int fewest, int most) {

    Layout {
        columns = List.copyOf(columns);
    }

    /** Records of exactly these columns. */
    static Layout exactly(InputFormat format, char separator, boolean header, List<Column> columns) {
        return new Layout(format, separator, header, columns, columns.size(), columns.size());
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    /** The place of each column in records of so many fields: a Master.csv changes when the site changes what it logs. */
    Map<Column, Integer> places(int size) {
        boolean varies = format == InputFormat.MASTER_CSV && fewest < most;
        List<Column> there = varies ? Shapes.master(size) : columns;
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = there.size() - 1; i >= 0; i--) {
            places.put(there.get(i), i);
        }
        return places;
    }
}

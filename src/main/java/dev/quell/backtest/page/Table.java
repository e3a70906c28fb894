package dev.quell.backtest.page;

import java.util.List;

/**
 * A table of text.
 *
 * @param left how many columns, from the first, are words and stand to the left; the others are figures
 * @param rows each as long as the head
 */
record Table(String caption, int left, List<String> head, List<List<String>> rows) {

    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = head.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("each row of a table has its " + columns + " columns");
        }
    }
}

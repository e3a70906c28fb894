package dev.quell.backtest.page;

import java.util.List;

/**
 * One part of a result in words and tables, for text and HTML alike. Nothing in it is escaped yet.
 *
 * @param kind what it is about
 */
record Section(Kind kind, String title, List<String> sentences, List<Table> tables) {

    Section {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
    }

    /** What a part is about, in the order of the page. */
    enum Kind {
        HEAD,
        WARNING,
        HURT,
        SCORE,
        ACTIONS,
        CLASSES,
        DIFFERENCE,
        COVERAGE,
        INPUT
    }
}

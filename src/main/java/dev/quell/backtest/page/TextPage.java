package dev.quell.backtest.page;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.classifier.Language;
import java.io.IOException;

/** A result as text for a terminal, at most 110 columns wide, what a person needs first on top. */
public final class TextPage {

    static final int WIDTH = 110;

    private TextPage() {}

    /** Writes a result; times are in UTC. */
    public static void write(BacktestResult result, Language language, Appendable out) throws IOException {
        for (Section section : Sections.of(result, new Words(language))) {
            out.append(section.title()).append('\n');
            for (String sentence : section.sentences()) {
                out.append(Columns.wrapped(sentence, WIDTH - 2, "  "));
            }
            for (Table table : section.tables()) {
                out.append(Columns.aligned(table)).append('\n');
            }
            if (section.tables().isEmpty()) {
                out.append('\n');
            }
        }
    }
}

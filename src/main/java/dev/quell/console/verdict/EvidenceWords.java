package dev.quell.console.verdict;

import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.console.shell.Times;
import java.util.List;
import java.util.Locale;

/** A verdict's symbols in words, with bars to compare them by. */
public final class EvidenceWords {
    private static final double MIDDLE = 50;
    /** A bar is full at this weight, or at the largest of the verdict. */
    private static final double FULL = 1.5;

    private EvidenceWords() {}

    /** Words and bars of symbols, in their order. */
    public static List<Evidence> of(List<Symbol> symbols, Catalogue catalogue, Language language) {
        double full = symbols.stream()
                .mapToDouble(symbol -> Math.abs(symbol.counted()))
                .reduce(FULL, Math::max);
        return symbols.stream()
                .map(symbol -> one(symbol, catalogue.words(symbol, language, Times.minutes()), full))
                .toList();
    }

    private static Evidence one(Symbol symbol, String words, double full) {
        boolean rule = symbol.family().actsBesideTheModel();
        long width = Math.round(Math.abs(symbol.counted()) / full * MIDDLE);
        boolean against = symbol.counted() < 0;
        boolean whole = Math.abs(symbol.weight() - symbol.counted()) < 0.005;
        return new Evidence(
                symbol.name(),
                words,
                rule ? "" : signed(symbol.counted()),
                against ? Math.round(MIDDLE) - width : Math.round(MIDDLE),
                width,
                against,
                whole || rule ? "" : signed(symbol.weight()));
    }

    /** A weight with its sign, to two places. */
    public static String signed(double weight) {
        String text = String.format(Locale.ROOT, "%+.2f", weight);
        return text.equals("-0.00") ? "+0.00" : text;
    }
}

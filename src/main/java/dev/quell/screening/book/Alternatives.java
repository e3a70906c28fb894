package dev.quell.screening.book;

import dev.quell.classifier.Action;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Brief;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.classifier.whatif.Margin;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What would have changed verdicts, for their log lines. Verdicts on the same evidence have the same alternatives, which are remembered. */
final class Alternatives {

    private static final int MOST = 10_000;

    /** The two fields of a line. */
    record Words(String margin, String decisive) {}

    private record Weighed(String symbol, double weight) {}

    private record Case(
            Action action, String cause, double probability, Circumstances circumstances, List<Weighed> evidence) {}

    private final Standard standard;
    private final Map<Case, Words> known = new ConcurrentHashMap<>();

    Alternatives(Standard standard) {
        this.standard = standard;
    }

    /** What the verdicts are measured by. */
    Standard standard() {
        return standard;
    }

    Words of(Verdict verdict, Circumstances circumstances) {
        Case asked = new Case(
                verdict.action(),
                verdict.cause(),
                verdict.probability(),
                circumstances,
                verdict.symbols().stream().map(Alternatives::weighed).toList());
        Words words = known.get(asked);
        if (words == null) {
            words = words(Brief.of(verdict, standard, circumstances));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(asked, words);
        }
        return words;
    }

    private static Weighed weighed(Symbol symbol) {
        return new Weighed(symbol.name(), symbol.weight());
    }

    private static Words words(Brief brief) {
        return new Words(
                brief.nearest().map(Alternatives::margin).orElse("-"),
                brief.decisive().orElse("-"));
    }

    private static String margin(Margin margin) {
        return Decimals.signed(margin.logOdds()) + "->" + margin.to();
    }
}

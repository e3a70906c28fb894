package dev.quell.calibration;

import dev.quell.backtest.input.Label;
import dev.quell.calibration.fit.Logistic;
import dev.quell.calibration.fit.Share;
import dev.quell.calibration.fit.Weighing;
import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.replay.Decided;
import dev.quell.testing.CallBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Calls whose labels were drawn as a scoring says, one call a minute, every third of a caller who called before. */
final class SimulatedCalls implements PastCalls {

    static final Instant BEGIN = Instant.parse("2026-08-01T00:00:00Z");

    private static final List<String> SYMBOLS =
            List.of("CALLS_24H", "FANOUT_24H", "SILENT_RATE", "SHORT_RATE", "GOOD_TALK", "STIR_B");

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final List<Made> calls = new ArrayList<>();

    private record Made(IncomingCall call, List<Share> shares, Optional<Label> label) {}

    /** @param labelled share of the calls that have a label */
    SimulatedCalls(Weighing truth, int calls, double labelled, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < calls; i++) {
            int caller = i % 3 == 0 ? random.nextInt(i + 1) : i;
            IncomingCall call = CallBuilder.aCall()
                    .id("1." + i)
                    .from(new CallerNumber.E164(String.format(Locale.ROOT, "+86138%08d", caller)))
                    .at(BEGIN.plusSeconds(60L * i));
            List<Share> shares = new ArrayList<>();
            for (String symbol : SYMBOLS) {
                if (random.nextInt(3) == 0) {
                    shares.add(new Share(
                            symbol, CATALOGUE.find(symbol).orElseThrow().family(), 0.3 + 0.7 * random.nextDouble()));
                }
            }
            boolean nuisance = random.nextDouble() < Logistic.probability(truth.logOdds(shares));
            Optional<Label> label = random.nextDouble() < labelled
                    ? Optional.of(nuisance ? Label.NUISANCE : Label.GOOD)
                    : Optional.empty();
            this.calls.add(new Made(call, shares, label));
        }
    }

    /** The shipped weights with some others. */
    static Weighing truth(ClassifierSettings shipped, double prior, Map<String, Double> others) {
        Weighing weighing = Scoring.of(shipped).weighing();
        TreeMap<String, Double> weights = new TreeMap<>(weighing.weights());
        weights.putAll(others);
        return weighing.with(prior, weights);
    }

    @Override
    public void replay(ClassifierSettings settings, Watcher watcher) {
        Scoring scoring = Scoring.of(settings);
        for (Made made : calls) {
            watcher.decided(decided(made, scoring, settings), made.label());
        }
    }

    private static Decided decided(Made made, Scoring scoring, ClassifierSettings settings) {
        double logOdds = scoring.calibration().intercept()
                + scoring.calibration().slope() * scoring.weighing().logOdds(made.shares());
        double probability = Logistic.probability(logOdds);
        Action action = action(probability, settings.thresholds());
        List<Symbol> symbols = made.shares().stream()
                .map(share -> symbol(share, scoring.weighing().weight(share.symbol())))
                .toList();
        Verdict verdict = new Verdict(action, CallClass.NORMAL, probability, symbols, "score", "test");
        return new Decided(made.call(), verdict, action, "enforce", Optional.empty());
    }

    private static Symbol symbol(Share share, double weight) {
        return new Symbol(share.symbol(), share.family(), weight * share.share(), weight * share.share(), Seen.NOTHING);
    }

    private static Action action(double probability, ClassifierSettings.Thresholds thresholds) {
        if (probability >= thresholds.deter()) {
            return Action.DETER;
        }
        if (probability >= thresholds.challenge()) {
            return Action.CHALLENGE;
        }
        return probability >= thresholds.tag() ? Action.TAG : Action.PASS;
    }
}

package dev.quell.backtest;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.rules.Rules;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a caller by counts alone: how often which line was called within a day. The verdict is that of the last call, to the line called most, with
 * all the others behind it. Nothing else counts than {@link #FED}: when the calls came and what became of them is not known.
 */
public final class CountedDay {

    /** The symbols that counts feed. */
    public static final Set<String> FED = Set.of("CALLS_24H", "FANOUT_24H", "SINGLE_TARGET");

    private static final Instant LAST = Instant.parse("2000-01-02T00:00:00Z");
    private static final CallId ID = new CallId("count", "0");
    private static final CallerNumber CALLER = new CallerNumber.E164("+999000000000000");

    private final Classifier classifier;

    /** Under a site's settings. */
    public CountedDay(ClassifierSettings settings) {
        this.classifier = new Classifier(
                Rules.all(settings, caller -> false, caller -> false), Catalogue.shipped(), counting(settings));
    }

    private static ClassifierSettings counting(ClassifierSettings settings) {
        Map<String, Double> weights = new HashMap<>(settings.weights());
        Catalogue.shipped().entries().stream()
                .filter(entry -> !entry.family().actsBesideTheModel())
                .map(CatalogueEntry::symbol)
                .filter(symbol -> !FED.contains(symbol))
                .forEach(symbol -> weights.put(symbol, 0.0));
        return settings.withWeights(weights);
    }

    /** The last call's verdict. */
    public Verdict last(Map<String, Long> calls) {
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a caller who called no line cannot be judged");
        }
        String most = calls.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        CallerProfile profile = new CallerProfile(others(calls, most), List.of(), Set.of(), LAST);
        return classifier.classify(Evidence.arriving(call(most), profile, Surroundings.CALM, Optional.empty(), true));
    }

    /** All calls but the last; of more than are remembered at least one to each line. */
    private static List<PastCall> others(Map<String, Long> calls, String last) {
        List<PastCall> others = new ArrayList<>();
        Map<String, Long> left = new HashMap<>(calls);
        left.merge(last, -1L, Long::sum);
        List<String> lines = calls.keySet().stream().sorted().toList();
        for (String line : lines) {
            if (left.getOrDefault(line, 0L) > 0 && others.size() < CallerProfile.MAX_CALLS) {
                others.add(past(line));
                left.merge(line, -1L, Long::sum);
            }
        }
        for (String line : lines) {
            for (long i = left.getOrDefault(line, 0L); i > 0 && others.size() < CallerProfile.MAX_CALLS; i--) {
                others.add(past(line));
            }
        }
        return others;
    }

    private static PastCall past(String line) {
        return new PastCall(
                ID,
                LAST.minusMillis(1),
                line,
                Profile.STANDARD,
                "unknown",
                "",
                Attestation.NONE,
                Duration.ZERO,
                Duration.ZERO,
                HangupSide.UNKNOWN,
                CallOutcome.UNKNOWN,
                Set.of());
    }

    private static IncomingCall call(String line) {
        return new IncomingCall(
                ID,
                "",
                CALLER,
                "",
                Optional.empty(),
                Attestation.NONE,
                "unknown",
                false,
                Line.standard(line),
                Fingerprint.UNKNOWN,
                false,
                false,
                "",
                LAST);
    }

    /** The version of the rules and weights that count here. */
    public String version() {
        return classifier.version();
    }
}

package dev.quell.calibration.honeypot;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.rules.Rules;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shipped classifier where nothing is known of a caller but which numbers he called how often: all symbols but three weigh nothing. */
final class CountsOnly {

    private static final Set<String> FED = Set.of("CALLS_24H", "FANOUT_24H", "SINGLE_TARGET");
    private static final CallerNumber CALLER = new CallerNumber.E164("+12025550123");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Classifier classifier;

    CountsOnly() {
        String[] mute = Catalogue.shipped().entries().stream()
                .filter(entry -> entry.weight() != 0 && !FED.contains(entry.symbol()))
                .map(CatalogueEntry::symbol)
                .flatMap(symbol -> List.of("weights." + symbol, "0").stream())
                .toArray(String[]::new);
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class, mute);
        CallSettings calls = ShippedSettings.of("quell.call", CallSettings.class);
        this.classifier =
                new Classifier(Rules.all(settings, calls::isOwn, number -> false), Catalogue.shipped(), settings);
    }

    /** The probability that a caller's last call is a nuisance; the calls beyond one a line all went to the line called last. */
    double score(HoneypotCaller caller) {
        List<PastCall> earlier = new ArrayList<>();
        int kept = Math.min(caller.calls() - 1, CallerProfile.MAX_CALLS);
        for (int i = 1; i <= kept; i++) {
            earlier.add(past(i < caller.lines() ? i : 0));
        }
        IncomingCall last =
                CallBuilder.aCall().from(CALLER).to(Line.standard("0")).at(NOW);
        CallerProfile profile = new CallerProfile(earlier, List.of(), Set.of(), NOW);
        return classifier
                .classify(Evidence.arriving(last, profile, Surroundings.CALM, Optional.empty(), true))
                .probability();
    }

    private static PastCall past(int line) {
        return new PastCall(
                new CallId("honeypot", "1.1"),
                NOW,
                Integer.toString(line),
                Profile.STANDARD,
                "",
                "",
                Attestation.NONE,
                Duration.ZERO,
                Duration.ZERO,
                HangupSide.UNKNOWN,
                CallOutcome.UNKNOWN,
                Set.of());
    }
}

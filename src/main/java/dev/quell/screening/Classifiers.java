package dev.quell.screening;

import dev.quell.call.CallSettings;
import dev.quell.call.ServiceNumbers;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.rules.Rules;
import dev.quell.traffic.TrafficSettings;
import java.util.Map;
import java.util.Optional;

/** Builds the classifier of live calls and of replays from a site's settings: the same settings make the same version. */
public final class Classifiers {

    private Classifiers() {}

    /**
     * All rules under a site's settings.
     *
     * @param traffic empty if nobody watches what goes on around calls
     */
    public static Classifier of(ClassifierSettings settings, CallSettings calls, Optional<TrafficSettings> traffic) {
        Map<String, Object> site = Map.of(
                "region", calls.region(),
                "ownNumbers", calls.ownNumbers(),
                "emergencyNumbers", calls.emergencyNumbers(),
                "traffic", traffic);
        return new Classifier(
                Rules.all(settings, calls::isOwn, new ServiceNumbers(calls)::isEmergency),
                Catalogue.shipped(),
                settings,
                site);
    }
}

package dev.quell.testing;

import dev.quell.call.CallSettings;
import dev.quell.call.ServiceNumbers;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.rules.Rules;

/** Classifiers for tests that need one but not its wiring. */
public final class Standards {

    private Standards() {}

    /** The classifier of the shipped settings, some of {@code quell.classifier} changed: key, value, key, value… */
    public static Classifier classifier(String... changes) {
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class, changes);
        CallSettings calls = ShippedSettings.of("quell.call", CallSettings.class);
        return new Classifier(
                Rules.all(settings, calls::isOwn, new ServiceNumbers(calls)::isEmergency),
                Catalogue.shipped(),
                settings);
    }
}

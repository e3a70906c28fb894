package dev.quell.calllog;

import dev.quell.classifier.Classifier;
import dev.quell.classifier.Version;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps the classifier's version when the service starts, before the first call, so that its verdicts can be explained later. */
@Component
final class VersionKeeper implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(VersionKeeper.class);

    private final VersionBook versions;
    private final Classifier classifier;
    private final Clock clock;

    VersionKeeper(VersionBook versions, Classifier classifier, Clock clock) {
        this.versions = versions;
        this.classifier = classifier;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Version version = classifier.describedVersion();
        try {
            versions.keep(new ClassifierVersion(version.name(), clock.instant(), version.settings()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "rules {} could not be kept; calls are screened, and what would have changed their verdicts will not be known later; look at the database",
                    version.name(),
                    e);
        }
    }
}

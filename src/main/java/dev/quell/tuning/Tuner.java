package dev.quell.tuning;

import dev.quell.call.CallSettings;
import dev.quell.calllog.ClassifierVersion;
import dev.quell.calllog.VersionBook;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Version;
import dev.quell.screening.Classifiers;
import dev.quell.traffic.TrafficSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps the running classifier at the latest revision over the site's file. A revision that cannot be taken up changes nothing, and the log says so. */
@Component
public final class Tuner implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Tuner.class);
    private static final int ID = 16;

    private final RevisionStore store;
    private final Classifier classifier;
    private final ClassifierSettings site;
    private final CallSettings calls;
    private final Optional<TrafficSettings> traffic;
    private final VersionBook versions;
    private final Clock clock;
    private volatile Optional<Revision> held = Optional.empty();
    private volatile Optional<String> stuck = Optional.empty();

    Tuner(
            RevisionStore store,
            Classifier classifier,
            ClassifierSettings site,
            CallSettings calls,
            ObjectProvider<TrafficSettings> traffic,
            VersionBook versions,
            Clock clock) {
        this.store = store;
        this.classifier = classifier;
        this.site = site;
        this.calls = calls;
        this.traffic = Optional.ofNullable(traffic.getIfAvailable());
        this.versions = versions;
        this.clock = clock;
    }

    /** Before the first call. */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> perils = Perils.of(site);
        if (!perils.isEmpty()) {
            LOG.warn(
                    "Under the site's file callers are kept from the agents by {} alone; look at quell.classifier.thresholds and .weights",
                    String.join(", ", perils));
        }
        refresh();
    }

    /** Why the revision that was saved last does not decide here; empty if it does. */
    public Optional<String> stuck() {
        return stuck;
    }

    /** What the site's file says. */
    public ClassifierSettings site() {
        return site;
    }

    /** The revision that decides now; empty while the site's file stands alone. */
    public Optional<Revision> held() {
        return held;
    }

    /** What is set over the file now. */
    public Tuning tuning() {
        return held.map(Revision::tuning).orElse(Tuning.NONE);
    }

    /** The settings that decide now. */
    public ClassifierSettings present() {
        return tuning().over(site);
    }

    /** The version of the rules that decide now, as verdicts carry it. */
    public String version() {
        return classifier.version();
    }

    /** The latest revisions, the one that holds first. */
    public List<Revision> latest(int most) {
        return store.latest(most);
    }

    /**
     * Saves a tuning; it decides when this returns, on the other instances a moment later.
     *
     * @throws PerilousRules if callers would be kept from the agents who have done nothing
     * @throws IllegalArgumentException if it cannot be over the site's file
     */
    public Revision save(Tuning tuning, String author, String note) {
        return save(tuning, author, note, (revision, version) -> {
                    store.add(revision);
                    return true;
                })
                .orElseThrow();
    }

    /** The same, with what has to be kept with it; empty if it was not kept, and nothing is changed. */
    public synchronized Optional<Revision> save(Tuning tuning, String author, String note, Keeping keeping) {
        Classifier made = make(tuning);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant after = store.latest(1).stream()
                .map(last -> last.at().plusMillis(1))
                .findFirst()
                .orElse(now);
        Revision revision = new Revision(
                UUID.randomUUID().toString().replace("-", "").substring(0, ID),
                now.isAfter(after) ? now : after,
                author,
                note,
                tuning);
        if (!keeping.keep(revision, made.describedVersion().name())) {
            return Optional.empty();
        }
        take(revision, made);
        return Optional.of(revision);
    }

    /**
     * Looks whether a tuning could be saved.
     *
     * @throws IllegalArgumentException if it could not
     */
    public void check(Tuning tuning) {
        make(tuning);
    }

    /** Takes up the latest revision that is kept, if another one decides. */
    public synchronized void refresh() {
        try {
            store.latest(1).stream()
                    .findFirst()
                    .filter(latest -> held.filter(latest::equals).isEmpty())
                    .ifPresent(latest -> take(latest, make(latest.tuning())));
            stuck = Optional.empty();
        } catch (RuntimeException e) {
            stuck = Optional.of(String.valueOf(e.getMessage()));
            LOG.warn(
                    "The rules that were saved last cannot be taken up; {} decides on. See /rules, or save others: {}",
                    classifier.version(),
                    e.getMessage());
        }
    }

    private Classifier make(Tuning tuning) {
        ClassifierSettings tuned = tuning.over(site);
        List<String> perils = Perils.added(tuned, site);
        if (!perils.isEmpty()) {
            throw new PerilousRules(perils);
        }
        return Classifiers.of(tuned, calls, traffic);
    }

    private void take(Revision revision, Classifier made) {
        Version version = made.describedVersion();
        try {
            versions.keep(new ClassifierVersion(version.name(), clock.instant(), version.settings()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "rules {} could not be kept; what would have changed their verdicts will not be known",
                    version.name(),
                    e);
        }
        classifier.become(made);
        held = Optional.of(revision);
        stuck = Optional.empty();
        LOG.info("Rules {} decide: revision {} of {}", version.name(), revision.id(), revision.at());
    }
}

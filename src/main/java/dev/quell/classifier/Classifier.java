package dev.quell.classifier;

import java.util.Collection;
import java.util.Map;

/**
 * Evidence in, verdict out. Between two changes of its settings a pure function, so that a verdict can be replayed over old calls; each verdict is made whole by
 * the settings that it names.
 */
public final class Classifier {

    private volatile Rulebook rules;

    /**
     * With a set of rules, a table and settings.
     *
     * @throws IllegalArgumentException if a rule has no line in the table, a line has no rule, or the settings weigh an unknown symbol
     */
    public Classifier(Collection<? extends Rule> rules, Catalogue catalogue, ClassifierSettings settings) {
        this(rules, catalogue, settings, Map.of());
    }

    /**
     * With a set of rules, a table and settings.
     *
     * @param site whatever else of the site's settings the rules were made with or look at: records, maps, collections and words; part of the version
     * @throws IllegalArgumentException if a rule has no line in the table, a line has no rule, or the settings weigh an unknown symbol
     */
    public Classifier(
            Collection<? extends Rule> rules, Catalogue catalogue, ClassifierSettings settings, Map<String, ?> site) {
        this.rules = new Rulebook(rules, catalogue, settings, site);
    }

    /** Decides as another one does from now on; a call that is being decided now is decided by the one or the other. */
    public void become(Classifier other) {
        rules = other.rules;
    }

    /** What kind of call this is and what should be done with it. */
    public Verdict classify(Evidence evidence) {
        return rules.classify(evidence);
    }

    /** Names the rules, weights and settings, so that a verdict can be replayed; changes with any of them. */
    public String version() {
        return rules.version().name();
    }

    /** The same with all that it names. */
    public Version describedVersion() {
        return rules.version();
    }

    /** What its verdicts are measured by; another object after each change. */
    public Standard standard() {
        return rules.standard();
    }
}

package dev.quell.classifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of rules with weights and settings that never changes: evidence in, verdict out. */
final class Rulebook {

    private final Ruled[] rules;
    private final Model model;
    private final Precedence precedence;
    private final Kinds kinds;
    private final Standard standard;
    private final Version version;

    /**
     * With a set of rules, a table and settings.
     *
     * @param site whatever else of the site's settings the rules were made with or look at: records, maps, collections and words; part of the version
     * @throws IllegalArgumentException if a rule has no line in the table, a line has no rule, or the settings weigh an unknown symbol
     */
    Rulebook(Collection<? extends Rule> rules, Catalogue catalogue, ClassifierSettings settings, Map<String, ?> site) {
        Catalogue weighed = catalogue.with(settings);
        requireOneLineEach(rules, weighed);
        this.rules = rules.stream()
                .flatMap(rule -> weighed.find(rule.symbol()).map(entry -> new Ruled(rule, entry)).stream())
                .toArray(Ruled[]::new);
        this.model = new Model(settings.prior(), settings.damping(), settings.calibration());
        this.precedence = new Precedence(settings.thresholds());
        this.kinds = new Kinds(weighed);
        this.standard = Standard.of(rules, weighed, settings);
        this.version = Version.of(standard, settings, site);
    }

    /** A rule with its line of the table. */
    private record Ruled(Rule rule, CatalogueEntry entry) {}

    private static void requireOneLineEach(Collection<? extends Rule> rules, Catalogue catalogue) {
        Set<String> ruled = rules.stream().map(Rule::symbol).collect(Collectors.toSet());
        Set<String> listed =
                catalogue.entries().stream().map(CatalogueEntry::symbol).collect(Collectors.toSet());
        if (!ruled.equals(listed) || ruled.size() != rules.size()) {
            throw new IllegalArgumentException(
                    "each rule needs one line of the catalogue and each line one rule; rules " + ruled + ", lines "
                            + listed);
        }
    }

    /** What kind of call this is and what should be done with it. */
    Verdict classify(Evidence evidence) {
        List<Finding> findings = findings(evidence);
        List<Symbol> symbols = model.weigh(findings);
        double probability = model.probability(symbols);
        Precedence.Decision decision =
                precedence.decide(evidence, findings, probability, Model.accusing(symbols), kinds.suspected(symbols));
        CallClass observed = decision.leavesClassOpen()
                ? kinds.observed(findings, symbols, !evidence.inCall().equals(InCall.NOTHING))
                : CallClass.NORMAL;
        CallClass callClass = observed == CallClass.NORMAL ? decision.callClass() : observed;
        return new Verdict(decision.action(), callClass, probability, symbols, decision.cause(), version.name());
    }

    /** Names the rules, weights and settings, so that a verdict can be replayed; changes with any of them. */
    Version version() {
        return version;
    }

    /** What its verdicts are measured by. */
    Standard standard() {
        return standard;
    }

    private List<Finding> findings(Evidence evidence) {
        List<Finding> found = List.of();
        boolean muting = false;
        for (Ruled ruled : rules) {
            Optional<Hit> hit = ruled.rule().look(evidence);
            if (hit.isPresent()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(new Finding(ruled.rule(), ruled.entry(), hit.get(), false));
                muting |= ruled.rule() instanceof ContextRule;
            }
        }
        return muting ? muted(found) : found;
    }

    private static List<Finding> muted(List<Finding> findings) {
        List<Finding> muted = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            muted.add(new Finding(finding.rule(), finding.entry(), finding.hit(), isMuted(finding.entry(), findings)));
        }
        return muted;
    }

    private static boolean isMuted(CatalogueEntry entry, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.rule() instanceof ContextRule context && context.mutes(entry)) {
                return true;
            }
        }
        return false;
    }
}

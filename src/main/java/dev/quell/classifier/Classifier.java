package dev.quell.classifier;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Evidence in, verdict out; a pure function, so that a verdict can be replayed over old calls. */
public final class Classifier {

    private final List<Rule> rules;
    private final Catalogue catalogue;
    private final Model model;
    private final Precedence precedence;
    private final String version;

    /**
     * With a set of rules, a table and settings.
     *
     * @throws IllegalArgumentException if a rule has no line in the table, a line has no rule, or the settings weigh an unknown symbol
     */
    public Classifier(Collection<? extends Rule> rules, Catalogue catalogue, ClassifierSettings settings) {
        this.rules = List.copyOf(rules);
        this.catalogue = catalogue.with(settings);
        this.model = new Model(settings.prior(), settings.damping());
        this.precedence = new Precedence(settings.thresholds());
        this.version = version(this.catalogue, settings);
        requireOneLineEach(this.rules, catalogue);
    }

    private static void requireOneLineEach(List<Rule> rules, Catalogue catalogue) {
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
    public Verdict classify(Evidence evidence) {
        List<Finding> findings = findings(evidence);
        List<Symbol> symbols = model.weigh(findings);
        double probability = model.probability(symbols);
        Precedence.Decision decision =
                precedence.decide(evidence, findings, probability, Model.accusing(symbols), suspected(symbols));
        return new Verdict(decision.action(), decision.callClass(), probability, symbols, decision.cause(), version);
    }

    /** Names the rules, weights and settings, so that a verdict can be replayed; changes with any of them. */
    public String version() {
        return version;
    }

    private List<Finding> findings(Evidence evidence) {
        List<Finding> found =
                rules.stream().flatMap(rule -> find(rule, evidence).stream()).toList();
        List<ContextRule> muting = found.stream()
                .map(Finding::rule)
                .filter(ContextRule.class::isInstance)
                .map(ContextRule.class::cast)
                .toList();
        return muting.isEmpty()
                ? found
                : found.stream().map(finding -> muted(finding, muting)).toList();
    }

    private static Finding muted(Finding finding, List<ContextRule> muting) {
        boolean muted = muting.stream().anyMatch(rule -> rule.mutes(finding.entry()));
        return new Finding(finding.rule(), finding.entry(), finding.hit(), muted);
    }

    private Optional<Finding> find(Rule rule, Evidence evidence) {
        return rule.look(evidence)
                .flatMap(hit -> catalogue.find(rule.symbol()).map(entry -> new Finding(rule, entry, hit, false)));
    }

    /** The class that the strongest accusing symbol speaks for, {@link CallClass#NORMAL} if none does. */
    private CallClass suspected(List<Symbol> symbols) {
        return symbols.stream()
                .filter(symbol -> symbol.counted() > 0)
                .flatMap(symbol -> catalogue.find(symbol.name()).stream())
                .map(CatalogueEntry::speaksFor)
                .filter(spoken -> spoken != CallClass.NORMAL)
                .findFirst()
                .orElse(CallClass.NORMAL);
    }

    private static String version(Catalogue catalogue, ClassifierSettings settings) {
        String canonical = catalogue.entries() + "|" + settings.prior() + settings.thresholds() + settings.burstListen()
                + settings.listen() + settings.flagsDeter() + new TreeMap<>(settings.weights());
        CRC32 sum = new CRC32();
        sum.update(canonical.getBytes(StandardCharsets.UTF_8));
        return "r1-%08x".formatted(sum.getValue());
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.ServiceNumbers;
import dev.quell.classifier.rules.Rules;
import dev.quell.testing.ShippedSettings;
import dev.quell.testing.VerdictAssert;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sample call gets the verdict written beside it, and every rule has samples that it speaks for and near misses. */
class SampleCallsTest {

    private static final CallerNumber OWN = new CallerNumber.E164("+8653112345000");

    private static final ServiceNumbers SERVICES =
            new ServiceNumbers(ShippedSettings.of("quell.call", CallSettings.class));

    private final ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
    private final List<Rule> rules = Rules.all(settings, OWN::equals, SERVICES::isEmergency);
    private final Classifier classifier = new Classifier(rules, Catalogue.shipped(), settings);

    static List<SampleCall> samples() throws IOException {
        List<SampleCall> samples = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:calls/*.yml")) {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load(file.getDescription(), file)
                    .forEach(environment.getPropertySources()::addLast);
            samples.addAll(Binder.get(environment)
                    .bind("calls", Bindable.listOf(SampleCall.class))
                    .get());
        }
        return samples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void getsTheVerdictBesideIt(SampleCall sample) {
        Verdict verdict = classifier.classify(sample.evidence());

        VerdictAssert check = VerdictAssert.assertThat(verdict)
                .hasAction(sample.expect().action(), sample.expect().cause())
                .hasClass(sample.expect().callClass());
        sample.expect().hits().forEach((symbol, share) -> check.hasHit(symbol, share, weight(symbol)));
        sample.expect().misses().forEach(check::hasNoHit);
        sample.expect().p().ifPresent(check::hasProbability);
    }

    @Test
    void everyRuleHasASampleItSpeaksForAndANearMiss() throws IOException {
        Set<String> symbols = rules.stream().map(Rule::symbol).collect(Collectors.toSet());

        assertThat(hits()).as("symbols with a positive sample").containsExactlyInAnyOrderElementsOf(symbols);
        assertThat(misses()).as("symbols with a negative sample").containsExactlyInAnyOrderElementsOf(symbols);
    }

    @Test
    void noTwoRulesAlwaysFindTogether() throws IOException {
        Map<String, Set<String>> bySymbol = new TreeMap<>();
        for (SampleCall sample : samples()) {
            classifier
                    .classify(sample.evidence())
                    .symbols()
                    .forEach(symbol -> bySymbol.computeIfAbsent(symbol.name(), name -> new TreeSet<>())
                            .add(sample.name()));
        }
        Map<Set<String>, List<String>> bySamples =
                bySymbol.keySet().stream().collect(Collectors.groupingBy(bySymbol::get));

        assertThat(bySamples.values()).as("symbols found in the same samples").allMatch(symbols -> symbols.size() == 1);
    }

    @Test
    void everyClassOfCallIsReached() throws IOException {
        Set<CallClass> classes =
                samples().stream().map(sample -> sample.expect().callClass()).collect(Collectors.toSet());

        assertThat(classes).containsExactlyInAnyOrder(CallClass.values());
    }

    @Test
    void noTwoSamplesHaveTheSameName() throws IOException {
        assertThat(samples()).extracting(SampleCall::name).doesNotHaveDuplicates();
    }

    private double weight(String symbol) {
        return Catalogue.shipped().find(symbol).map(CatalogueEntry::weight).orElse(0.0);
    }

    private static Set<String> hits() throws IOException {
        return samples().stream()
                .flatMap(sample -> sample.expect().hits().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> misses() throws IOException {
        return samples().stream()
                .flatMap(sample -> sample.expect().misses().stream())
                .collect(Collectors.toSet());
    }
}

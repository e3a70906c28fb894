package dev.quell.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallSettings;
import dev.quell.calllog.ClassifierVersion;
import dev.quell.calllog.VersionBook;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.screening.Classifiers;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.TrafficSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class TunerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final Shelf shelf = new Shelf();
    private final Map<String, ClassifierVersion> versions = new HashMap<>();

    private static final class Shelf implements RevisionStore {
        private final List<Revision> kept = new ArrayList<>();

        @Override
        public List<Revision> latest(int most) {
            return kept.stream().sorted(Revision.LATEST_FIRST).limit(most).toList();
        }

        @Override
        public void add(Revision revision) {
            kept.add(revision);
        }
    }

    private final VersionBook book = new VersionBook() {
        @Override
        public void keep(ClassifierVersion version) {
            versions.put(version.name(), version);
        }

        @Override
        public Optional<ClassifierVersion> find(String name) {
            return Optional.ofNullable(versions.get(name));
        }
    };

    private final CallSettings calls = ShippedSettings.of("quell.call", CallSettings.class);
    private final Classifier classifier = Classifiers.of(settings(), calls, Optional.empty());

    private static ClassifierSettings settings() {
        return ShippedSettings.of(
                "quell.classifier",
                ClassifierSettings.class,
                "weights.CLI_WITHHELD",
                "0.4",
                "symbols.STIR_B.weight",
                "0");
    }

    private Tuner tuner() {
        return tuner(settings(), classifier);
    }

    private Tuner tuner(ClassifierSettings file, Classifier of) {
        Tuner tuner = new Tuner(
                shelf,
                of,
                file,
                calls,
                new DefaultListableBeanFactory().getBeanProvider(TrafficSettings.class),
                book,
                clock);
        tuner.afterSingletonsInstantiated();
        return tuner;
    }

    private static Tuning weighing(String symbol, double weight) {
        return new Tuning(Map.of(symbol, weight), Optional.empty());
    }

    private static double weight(Classifier classifier, String symbol) {
        Catalogue catalogue = classifier.standard().catalogue();
        return catalogue.find(symbol).map(CatalogueEntry::weight).orElseThrow();
    }

    @Test
    void withNothingSavedTheFileDecides() {
        Tuner tuner = tuner();

        assertThat(tuner.held()).isEmpty();
        assertThat(tuner.tuning()).isEqualTo(Tuning.NONE);
        assertThat(tuner.version())
                .isEqualTo(Classifiers.of(settings(), calls, Optional.empty()).version());
    }

    @Test
    void whatIsSavedDecidesAtOnceAndCanBeExplainedLater() {
        Tuner tuner = tuner();
        String before = tuner.version();

        Revision saved = tuner.save(weighing("CLI_WITHHELD", 1.25), "li.na", "too many");

        assertThat(weight(classifier, "CLI_WITHHELD")).isEqualTo(1.25);
        assertThat(weight(classifier, "STIR_B")).as("the file's").isZero();
        assertThat(tuner.version()).isNotEqualTo(before).isIn(versions.keySet());
        assertThat(tuner.held()).contains(saved);
        assertThat(shelf.latest(9)).containsExactly(saved);
    }

    @Test
    void aSavedWeightGoesBeforeBothWaysInWhichTheFileMaySayIt() {
        Tuner tuner = tuner();

        tuner.save(new Tuning(Map.of("CLI_WITHHELD", 1.0, "STIR_B", 0.7), Optional.empty()), "li", "x");

        assertThat(weight(classifier, "CLI_WITHHELD")).isEqualTo(1.0);
        assertThat(weight(classifier, "STIR_B")).isEqualTo(0.7);
    }

    @Test
    void savedThresholdsDecide() {
        Tuner tuner = tuner();
        Thresholds low = new Thresholds(0.1, 0.2, 0.3);

        tuner.save(new Tuning(Map.of(), Optional.of(low)), "li", "x");

        assertThat(classifier.standard().thresholds()).isEqualTo(low);
        assertThat(tuner.present().thresholds()).isEqualTo(low);
    }

    @Test
    void theWayBackIsToSaveAnEarlierOneAgain() {
        Tuner tuner = tuner();
        String file = tuner.version();
        tuner.save(weighing("CLI_WITHHELD", 1.25), "li", "x");
        tuner.save(weighing("CLI_WITHHELD", 2.5), "li", "y");

        tuner.save(weighing("CLI_WITHHELD", 1.25), "li", "back");
        assertThat(weight(classifier, "CLI_WITHHELD")).isEqualTo(1.25);
        tuner.save(Tuning.NONE, "li", "the file");

        assertThat(tuner.version()).isEqualTo(file);
        assertThat(shelf.kept).hasSize(4);
    }

    @Test
    void aLaterRevisionIsLaterEvenIfTheClockWentBack() {
        Tuner tuner = tuner();
        Revision first = tuner.save(weighing("CLI_WITHHELD", 1), "li", "x");
        clock.advance(Duration.ofHours(-1));
        Revision second = tuner.save(weighing("CLI_WITHHELD", 2), "li", "y");

        assertThat(first.at()).isEqualTo(NOW);
        assertThat(second.at()).isEqualTo(NOW.plusMillis(1));
        assertThat(shelf.latest(1)).containsExactly(second);
    }

    @Test
    void whatAnotherInstanceSavedIsTakenUpWhenItIsHeardOfAndAtTheNextStart() {
        Tuner tuner = tuner();
        shelf.add(new Revision("aaaaaaaa", NOW, "li", "of another instance", weighing("CLI_WITHHELD", 3)));
        assertThat(weight(classifier, "CLI_WITHHELD")).isEqualTo(0.4);

        tuner.refresh();
        assertThat(weight(classifier, "CLI_WITHHELD")).isEqualTo(3);

        Classifier next = Classifiers.of(settings(), calls, Optional.empty());
        assertThat(tuner(settings(), next).held().map(Revision::id)).contains("aaaaaaaa");
        assertThat(weight(next, "CLI_WITHHELD")).isEqualTo(3);
    }

    @Test
    void whatCannotBeTakenUpChangesNothing() {
        Tuner tuner = tuner();
        tuner.save(weighing("CLI_WITHHELD", 1), "li", "x");
        String before = tuner.version();
        shelf.add(new Revision("aaaaaaaa", NOW.plusSeconds(9), "li", "later catalogue", weighing("NO_SUCH_SYMBOL", 1)));

        tuner.refresh();

        assertThat(tuner.version()).isEqualTo(before);
        assertThatThrownBy(() -> tuner.save(weighing("NO_SUCH_SYMBOL", 1), "li", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tuner.save(weighing("CLI_WITHHELD", 10.01), "li", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shelf.kept).hasSize(2);
    }

    @Test
    void rulesUnderWhichNothingIsEnoughAreNeitherSavedNorTakenUp() {
        Tuner tuner = tuner();
        String before = tuner.version();
        Tuning everybody = new Tuning(Map.of(), Optional.of(new Thresholds(0.01, 0.02, 0.029)));
        Tuning nobody = new Tuning(Map.of(), Optional.of(new Thresholds(0.01, 0.031, 0.04)));

        assertThatThrownBy(() -> tuner.save(everybody, "li.na", "x"))
                .isInstanceOf(PerilousRules.class)
                .hasMessageContaining("no evidence");
        assertThatThrownBy(() -> tuner.save(weighing("CLI_WITHHELD", 5), "li.na", "x"))
                .isInstanceOf(PerilousRules.class)
                .hasMessageContaining("CLI_WITHHELD alone");
        assertThatThrownBy(() -> tuner.save(nobody, "li.na", "x"))
                .isInstanceOf(PerilousRules.class)
                .hasMessageNotContaining("no evidence");
        assertThat(shelf.kept).isEmpty();
        assertThat(tuner.save(weighing("CLI_WITHHELD", 4.8), "li.na", "x")).isNotNull();
        String good = tuner.version();

        clock.advance(Duration.ofMinutes(1));
        shelf.add(new Revision("0123456789abcdef", clock.instant(), "older", "from before", everybody));
        tuner.refresh();
        assertThat(tuner.version()).isEqualTo(good).isNotEqualTo(before);
        assertThat(tuner.stuck()).isPresent();
        clock.advance(Duration.ofMinutes(1));
        shelf.add(new Revision("1123456789abcdef", clock.instant(), "li.na", "back", Tuning.NONE));
        tuner.refresh();
        assertThat(tuner.version()).isEqualTo(before);
        assertThat(tuner.stuck()).isEmpty();
    }

    @Test
    void whatTheFileSaysAlreadyIsNotHeldAgainstWhatIsSavedOverIt() {
        ClassifierSettings file =
                ShippedSettings.of("quell.classifier", ClassifierSettings.class, "weights.CLI_WITHHELD", "6");
        Tuner tuner = tuner(file, Classifiers.of(file, calls, Optional.empty()));

        assertThat(Perils.of(file)).containsExactly("CLI_WITHHELD");
        assertThat(Perils.of(file.withWeights(Map.of("CLI_OWN", 9.0)))).isEmpty();
        assertThat(Perils.of(ShippedSettings.of("quell.classifier", ClassifierSettings.class)))
                .isEmpty();
        assertThat(tuner.save(weighing("STIR_B", 0.1), "li.na", "x")).isNotNull();
    }

    @Test
    void whatIsNotKeptWithWhatBelongsToItDecidesNothing() {
        Tuner tuner = tuner();
        String before = tuner.version();
        List<String> told = new ArrayList<>();

        assertThat(tuner.save(weighing("CLI_WITHHELD", 0.9), "li.na", "a try", (revision, version) -> {
                    told.add(version);
                    return false;
                }))
                .isEmpty();
        assertThat(tuner.version()).isEqualTo(before);
        assertThat(tuner.held()).isEmpty();

        assertThat(tuner.save(weighing("CLI_WITHHELD", 0.9), "li.na", "a try", (revision, version) -> {
                    shelf.add(revision);
                    return true;
                }))
                .isEqualTo(tuner.held());
        assertThat(told).containsExactly(tuner.version());
    }
}

package dev.quell.testing;

import static org.assertj.core.api.Assertions.within;

import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Words of our own about verdicts. */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

    private VerdictAssert(Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    public static VerdictAssert assertThat(Verdict actual) {
        return new VerdictAssert(actual);
    }

    public VerdictAssert hasAction(Action action, String cause) {
        isNotNull();
        if (actual.action() != action || !actual.cause().equals(cause)) {
            failWithMessage(
                    "Expected %s because of %s but got %s because of %s with %s",
                    action, cause, actual.action(), actual.cause(), actual.symbols());
        }
        return this;
    }

    public VerdictAssert hasClass(CallClass callClass) {
        if (actual.callClass() != callClass) {
            failWithMessage("Expected class %s but got %s with %s", callClass, actual.callClass(), actual.symbols());
        }
        return this;
    }

    /** Has a symbol of which such a share of its whole weight was found, to the hundredth; a symbol without a weight has it anyway. */
    public VerdictAssert hasHit(String symbol, double share, double whole) {
        Assertions.assertThat(found(symbol).weight())
                .as(symbol)
                .isCloseTo(share * whole, within(0.005 * Math.abs(whole) + 1e-9));
        return this;
    }

    /** Has a symbol for a reason in just these words. */
    public VerdictAssert hasReason(String symbol, String reason) {
        Assertions.assertThat(actual.symbols())
                .filteredOn(each -> each.name().equals(symbol))
                .extracting(each -> Catalogue.shipped().words(each, Language.ENGLISH))
                .containsExactly(reason);
        return this;
    }

    public VerdictAssert hasNoHit(String... symbols) {
        Assertions.assertThat(actual.symbols()).extracting(Symbol::name).doesNotContain(symbols);
        return this;
    }

    /** Has just these symbols in any order. */
    public VerdictAssert hasOnlyHits(String... symbols) {
        Assertions.assertThat(actual.symbols())
                .extracting(Symbol::name)
                .as("symbols %s", Arrays.asList(symbols))
                .containsExactlyInAnyOrder(symbols);
        return this;
    }

    public VerdictAssert hasProbability(double probability) {
        Assertions.assertThat(actual.probability()).isCloseTo(probability, within(0.005));
        return this;
    }

    private Symbol found(String symbol) {
        return actual.symbols().stream()
                .filter(each -> each.name().equals(symbol))
                .findFirst()
                .orElseThrow(() -> failure("Expected %s but got %s", symbol, actual.symbols()));
    }
}

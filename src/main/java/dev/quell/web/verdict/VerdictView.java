package dev.quell.web.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import java.util.List;

/**
 * A verdict with its evidence, strongest first.
 *
 * @param cause the rule of precedence that set the action
 * @param version of rules and settings
 */
public record VerdictView(
        Action action,
        @JsonProperty("class") CallClass callClass,
        double probability,
        String cause,
        String version,
        List<SymbolView> symbols) {
    /** Shows a verdict. */
    public static VerdictView of(Verdict verdict) {
        return new VerdictView(
                verdict.action(),
                verdict.callClass(),
                verdict.probability(),
                verdict.cause(),
                verdict.version(),
                verdict.symbols().stream().map(SymbolView::of).toList());
    }
}

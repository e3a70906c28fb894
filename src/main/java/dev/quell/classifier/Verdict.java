package dev.quell.classifier;

import java.util.List;

/**
 * The answer about a call: data, explainable, replayable.
 *
 * @param action what should be done
 * @param callClass what kind of call it is taken for
 * @param probability that the call is a nuisance, 0 to 1
 * @param symbols the evidence, strongest first
 * @param cause the name of the rule of precedence that set the action, for example {@code score}, {@code allow-list}, {@code burst-listen}
 * @param version of rules and settings, so that a verdict can be replayed
 */
public record Verdict(
        Action action, CallClass callClass, double probability, List<Symbol> symbols, String cause, String version) {

    public Verdict {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException("a probability lies between 0 and 1");
        }
        symbols = List.copyOf(symbols);
    }

    /** Passes a call about which nothing speaks. */
    public static Verdict pass(String cause, String version) {
        return new Verdict(Action.PASS, CallClass.NORMAL, 0, List.of(), cause, version);
    }
}

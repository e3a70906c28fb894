package dev.quell.classifier;

import java.util.Locale;

/** A rule that acts beside the model: what it finds weighs nothing and asks for an action. */
public interface CountedRule extends Rule {

    /** What it asks for; the line and the order of precedence may make it milder. */
    Action action();

    /** The verdict's cause if this rule sets the action: the symbol in lower case with hyphens. */
    default String cause() {
        return symbol().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.quell.dialplan;

import java.util.List;

/** One thing that must hold in our dialplan. */
@FunctionalInterface
interface LintRule {

    /** What breaks the rule, one sentence each; empty if it holds. */
    List<String> violations(List<DialplanLine> lines);
}

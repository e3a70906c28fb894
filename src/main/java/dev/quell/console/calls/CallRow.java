package dev.quell.console.calls;

import dev.quell.call.Printable;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Verdict;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.console.verdict.ScorePart;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.List;

/**
 * One call in the table.
 *
 * @param key how an address names the caller
 * @param name chosen by the caller, printable; may be empty
 * @param verdict the verdict's action, empty for an unscreened call
 * @param callClass what it was taken for, empty for an unscreened call
 * @param percent how likely it was a nuisance, 0 to 100
 * @param by what set the action in place of the score, a word; empty if the score did
 * @param applied what Asterisk was told
 * @param held whether the verdict asked for something else than was done
 * @param live whether it has not ended
 */
record CallRow(
        String id,
        Instant arrived,
        String caller,
        String key,
        String name,
        String line,
        String trunk,
        String verdict,
        String callClass,
        long percent,
        String by,
        String applied,
        boolean held,
        String outcome,
        boolean live,
        String agent) {
    /** Causes that have a short name; the others are rules. */
    static final List<String> NAMED = List.of(
            "allow-list",
            "block-list",
            "deterrent-full",
            "emergency",
            "flags-deter",
            "flood",
            "known-customer",
            "line-listens",
            "line-never-listens",
            "protected-line");

    private static final int NAME = 60;

    static CallRow of(LoggedCall call, Callers callers, Tongue tongue) {
        return new CallRow(
                call.id().toString(),
                call.arrivedAt(),
                callers.show(call.caller(), tongue),
                Masking.key(call.caller()),
                Masking.text(Printable.of(call.name(), NAME)),
                Printable.of(call.line(), NAME),
                Printable.of(call.trunk(), NAME),
                call.verdict().map(verdict -> verdict.action().name()).orElse(""),
                call.verdict().map(verdict -> verdict.callClass().name()).orElse(""),
                Math.round(call.verdict().map(Verdict::probability).orElse(0.0) * 100),
                call.verdict().map(Verdict::cause).map(CallRow::by).orElse(""),
                call.applied().name(),
                call.verdict()
                        .filter(verdict -> verdict.action() != call.applied())
                        .isPresent(),
                call.outcome().name(),
                call.endedAt().isEmpty(),
                Printable.of(call.agent(), NAME));
    }

    private static String by(String cause) {
        if (ScorePart.of(cause) == ScorePart.DECIDED) {
            return "";
        }
        return NAMED.contains(cause) ? cause : "rule";
    }
}

package dev.quell.console.rules;

import dev.quell.tuning.proposal.RuleProposals;
import dev.quell.tuning.trial.Trial;
import java.time.Instant;
import java.util.List;

/**
 * A trial as the page shows it.
 *
 * @param state the word of its state
 * @param percent how much is done, 0 to 100
 * @param read calls that were read so far
 * @param tried what is tried, against what decides now
 * @param stale whether other rules decide since it began, so that it cannot be saved
 * @param counted calls that were decided again
 * @param changed calls whose action would be another
 * @param goodHarder good talks that would be met harder
 * @param actions by action, how many calls before and after
 * @param changes the ways in which calls change: those that hit good talks harder first, then the harder ones
 * @param sample of so many callers one was looked at; 1: of all
 * @param second whether one person may not save it alone
 * @param asked who asked for it and waits; empty if nobody does
 * @param closed whether somebody asked for it and it was turned down, or waited too long
 * @param lines the same for the site's file
 */
public record TrialView(
        String id,
        String state,
        int days,
        Instant startedAt,
        long percent,
        long read,
        List<String> tried,
        boolean stale,
        long counted,
        long changed,
        long goodHarder,
        List<ActionView> actions,
        List<ChangeView> changes,
        int sample,
        boolean second,
        String asked,
        boolean closed,
        String lines) {

    /** So many calls one person may judge alone. */
    public long enough() {
        return Trial.ENOUGH;
    }

    /** How long what is asked for waits, in days. */
    public long good() {
        return RuleProposals.GOOD_FOR.toDays();
    }

    /** Whether somebody who may change rules can save it, or ask for it. */
    public boolean open() {
        return !stale && !closed && asked.isEmpty();
    }

    /** Whether it still reads. */
    public boolean running() {
        return state.equals("RUNNING");
    }

    /** Whether there is a result. */
    public boolean done() {
        return state.equals("DONE");
    }

    /**
     * How often an action would be taken.
     *
     * @param difference signed; empty if there is none
     */
    public record ActionView(String action, long before, long after, String difference) {}

    /**
     * Calls that change alike.
     *
     * @param harder whether they are met harder than before
     * @param examples good talks first
     */
    public record ChangeView(
            String before,
            String after,
            boolean harder,
            long calls,
            long good,
            long nuisance,
            List<ExampleView> examples) {}

    /**
     * One call.
     *
     * @param good whether it was a good talk
     */
    public record ExampleView(String call, String caller, Instant at, boolean good, String before, String after) {}
}

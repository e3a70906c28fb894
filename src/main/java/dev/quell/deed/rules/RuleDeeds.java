package dev.quell.deed.rules;

import dev.quell.deed.Asker;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.pairs.Objection;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.pairs.Spoken;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import dev.quell.tuning.PerilousRules;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import dev.quell.tuning.trial.Trial;
import dev.quell.tuning.trial.Trial.State;
import dev.quell.tuning.trial.TuningTrials;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Weights and thresholds are tried, saved, and earlier ones brought back. Each change is noted in the audit log once it is durable. */
@Component
public final class RuleDeeds {
    private static final int MOST_REVISIONS = 1000;
    private static final int LONGEST = 200;
    private static final Duration TERM = Duration.ofSeconds(5);

    private final Tuner tuner;
    private final TuningTrials trials;
    private final Pairs pairs;
    private final Spoken spoken;
    private final Leases leases;
    private final Audit audit;

    RuleDeeds(
            Tuner tuner,
            TuningTrials trials,
            Pairs pairs,
            Spoken spoken,
            ObjectProvider<Leases> leases,
            Clock clock,
            Audit audit) {
        this.pairs = pairs;
        this.spoken = spoken;
        this.leases = leases.getIfAvailable(() -> new LocalLeases(clock));
        this.tuner = tuner;
        this.trials = trials;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** A trial runs already. */
        BUSY,
        /** These are the rules that decide now. */
        SAME,
        /** There is no such trial with a result, or no such revision. */
        GONE,
        /** Other rules decide since the trial began. */
        STALE,
        /** They cannot be over the site's file. */
        CANNOT,
        /** Callers would be kept from the agents who have done nothing. */
        PERIL,
        /** It waits for a second person now. */
        ASKED,
        /** The same person wants it already; another one has to. */
        OWN,
        /** The account of whoever wants it already looks like the same person's. */
        ALIKE,
        /** One person may be able to sign in with both accounts. */
        HANDLED
    }

    /** Begins to try a tuning over the last days. */
    public Outcome attempt(Tuning tuning, int days, Asker by) {
        try {
            if (Differences.between(tuner.present(), tuning.over(tuner.site())).isEmpty()) {
                return Outcome.SAME;
            }
            return trials.start(tuning, days, by.id()).isPresent() ? Outcome.DONE : Outcome.BUSY;
        } catch (IllegalArgumentException e) {
            return Outcome.CANNOT;
        }
    }

    /**
     * Saves what was tried.
     *
     * @param reason 1 to 200 characters
     */
    public Outcome save(String trial, String reason, Asker by) {
        Optional<Trial> tried = trials.last().filter(last -> last.id().equals(trial) && last.state() == State.DONE);
        if (tried.isEmpty()) {
            return Outcome.GONE;
        }
        if (!tried.get().base().equals(tuner.version())) {
            return Outcome.STALE;
        }
        return tried.get().needsSecond()
                ? second(tried.get(), reason, by)
                : kept(tried.get().tuning(), reason, by);
    }

    /** One person asks, another one answers for it too; a token's word is that of whoever made it. */
    private Outcome second(Trial tried, String reason, Asker by) {
        if (tried.asked().isPresent()) {
            Trial.Asked first = tried.asked().get();
            Optional<Objection> why = objection(tried, by);
            return why.isPresent() ? Outcome.valueOf(why.get().word()) : confirmed(tried, first, reason, by);
        }
        try {
            tuner.check(tried.tuning());
        } catch (PerilousRules e) {
            return Outcome.PERIL;
        }
        if (!trials.ask(tried.id(), by.id(), reason)) {
            return Outcome.GONE;
        }
        List<String> changes =
                Differences.between(tuner.present(), tried.tuning().over(tuner.site()));
        audit.note(
                Deed.RULES_PROPOSED,
                "rules " + tuner.version(),
                "",
                by.words() + reason + ": " + String.join(", ", changes));
        return Outcome.ASKED;
    }

    /** Why somebody may not confirm what another one wants saved; empty if nobody wants it yet. */
    public Optional<Objection> objection(Trial tried, Asker by) {
        return tried.asked().flatMap(first -> pairs.objection(first.by(), by.id(), first.at()));
    }

    private Outcome confirmed(Trial tried, Trial.Asked first, String reason, Asker by) {
        Spoken.Wanted wanted = new Spoken.Wanted(first.by(), Deed.RULES_PROPOSED, "rules " + tried.base(), first.at());
        Outcome outcome = kept(tried.tuning(), shortened(first.note() + "; " + first.by() + " asked, " + reason), by);
        if (outcome == Outcome.DONE) {
            spoken.confirmed(Deed.RULES_CONFIRMED, "rules " + tuner.version(), wanted);
        }
        return outcome;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private Outcome kept(Tuning tuning, String reason, Asker by) {
        Outcome outcome = keep(tuning, reason, by);
        if (outcome != Outcome.BUSY) {
            trials.cancel();
        }
        return outcome;
    }

    /**
     * Makes an earlier revision the one that decides.
     *
     * @param revision its id; empty: the site's file alone
     * @param reason 1 to 200 characters
     */
    public Outcome back(String revision, String reason, Asker by) {
        return meant(revision).map(tuning -> keep(tuning, reason, by)).orElse(Outcome.GONE);
    }

    private Optional<Tuning> meant(String revision) {
        return revision.isEmpty()
                ? Optional.of(Tuning.NONE)
                : tuner.latest(MOST_REVISIONS).stream()
                        .filter(kept -> kept.id().equals(revision))
                        .map(Revision::tuning)
                        .findFirst();
    }

    /** Of instances that save in the same moments each would overwrite what it has not seen: the lease lasts until all have seen it. */
    private synchronized Outcome keep(Tuning tuning, String reason, Asker by) {
        String before = tuner.version();
        try {
            List<String> changes = Differences.between(tuner.present(), tuning.over(tuner.site()));
            if (changes.isEmpty()) {
                return Outcome.SAME;
            }
            if (leases.take("rules", TERM).isEmpty()) {
                return Outcome.BUSY;
            }
            Revision saved = tuner.save(tuning, by.id(), reason);
            audit.note(
                    Deed.RULES_CHANGED,
                    "rules " + tuner.version() + " revision " + saved.id(),
                    before,
                    reason + ": " + String.join(", ", changes));
            return Outcome.DONE;
        } catch (PerilousRules e) {
            return Outcome.PERIL;
        } catch (IllegalArgumentException e) {
            return Outcome.CANNOT;
        }
    }
}

package dev.quell.deed.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleDeeds.Outcome;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.Deed;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import dev.quell.tuning.PerilousRules;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.Tuning;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Saves rules, one change at a time on all instances. */
@Component
final class RuleKeeper {
    private static final Duration TERM = Duration.ofSeconds(5);

    private final Tuner tuner;
    private final Leases leases;
    private final Audit audit;

    RuleKeeper(Tuner tuner, ObjectProvider<Leases> leases, Clock clock, Audit audit) {
        this.tuner = tuner;
        this.leases = leases.getIfAvailable(() -> new LocalLeases(clock));
        this.audit = audit;
    }

    /** Keeps a revision with what belongs to it, or nothing of both. */
    @FunctionalInterface
    interface Kept {
        /**
         * Keeps it.
         *
         * @param version of the rules that decide with it
         * @param changed what the audit has of the change
         */
        boolean keep(Revision revision, String version, AuditEntry changed);
    }

    /** Saves rules on one person's word. */
    Outcome keep(Tuning tuning, String reason, Asker by) {
        String before = tuner.version();
        return saving(tuning, changes -> {
            Revision saved = tuner.save(tuning, by.id(), reason);
            audit.note(Deed.RULES_CHANGED, subject(tuner.version(), saved), before, words(reason, changes));
            return true;
        });
    }

    /** Saves rules together with something else; {@link Outcome#GONE} if that hinders it. */
    Outcome keep(Tuning tuning, String reason, Asker by, Kept with) {
        String before = tuner.version();
        return saving(
                tuning,
                changes -> tuner.save(tuning, by.id(), reason, (revision, version) -> {
                            AuditEntry changed = audit.entry(
                                    Deed.RULES_CHANGED, subject(version, revision), before, words(reason, changes));
                            return with.keep(revision, version, changed);
                        })
                        .isPresent());
    }

    /** Of instances that save in the same moments each would overwrite what it has not seen: the lease lasts until all have seen it. */
    private synchronized Outcome saving(Tuning tuning, Predicate<List<String>> save) {
        try {
            List<String> changes = Differences.between(tuner.present(), tuning.over(tuner.site()));
            if (changes.isEmpty()) {
                return Outcome.SAME;
            }
            if (!mayChange()) {
                return Outcome.BUSY;
            }
            return save.test(changes) ? Outcome.DONE : Outcome.GONE;
        } catch (PerilousRules e) {
            return Outcome.PERIL;
        } catch (IllegalArgumentException e) {
            return Outcome.CANNOT;
        }
    }

    /** Whether no other instance changes rules, or decides about them, in this moment. */
    boolean mayChange() {
        return leases.take("rules", TERM).isPresent();
    }

    private static String subject(String version, Revision revision) {
        return "rules " + version + " revision " + revision.id();
    }

    private static String words(String reason, List<String> changes) {
        return reason + ": " + String.join(", ", changes);
    }
}

package dev.quell.storage.answers;

import dev.quell.share.KeptAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the store of all instances is still owed: answers that it was not told, and claims that it may have and nobody stands behind. At most {@value #MOST}; the
 * answers themselves lie in this instance's own store.
 */
final class Debts {

    private static final int MOST = 10_000;
    private static final Logger log = LoggerFactory.getLogger(Debts.class);

    private final KeptAnswers own;
    private final KeptAnswers shared;
    private final Clock clock;
    /** What is owed, and until when it matters. */
    private final Map<Debt, Instant> debts = new ConcurrentHashMap<>();

    Debts(KeptAnswers own, KeptAnswers shared, Clock clock) {
        this.own = own;
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * What is owed for one key.
     *
     * @param owner whose claim is to be given back; empty if an answer is to be told
     */
    private record Debt(String key, Optional<String> owner) {}

    /** An answer was not told. */
    void answer(String key, Duration time) {
        owe(new Debt(key, Optional.empty()), time);
    }

    /** A claim was not given back, or may yet arrive. */
    void claim(String key, String owner, Duration life) {
        owe(new Debt(key, Optional.of(owner)), life);
    }

    private void owe(Debt debt, Duration time) {
        if (debts.size() < MOST) {
            debts.put(debt, clock.instant().plus(time));
        } else {
            log.debug("Too many answers wait for the store of all instances; one is left out");
        }
    }

    boolean isEmpty() {
        return debts.isEmpty();
    }

    /** Pays what can be paid; throws as the store does, and the rest stays owed. */
    void pay() {
        Instant now = clock.instant();
        Map.copyOf(debts).forEach((debt, until) -> {
            if (now.isBefore(until)) {
                debt.owner()
                        .ifPresentOrElse(
                                owner -> shared.giveBack(debt.key(), owner),
                                () -> tell(debt.key(), Duration.between(now, until)));
            }
            debts.remove(debt, until);
        });
    }

    private void tell(String key, Duration left) {
        String asker = "debt";
        switch (own.claim(key, asker, Duration.ofSeconds(1))) {
            case KeptAnswers.Done(String answer) -> shared.keep(key, answer, left);
            case KeptAnswers.Mine() -> own.giveBack(key, asker);
            case KeptAnswers.Running _ -> log.debug("The request of an answer that was not told is being done again");
        }
    }
}

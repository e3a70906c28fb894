package dev.quell.console.rules;

import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.tuning.proposal.RuleProposal;
import dev.quell.tuning.proposal.RuleProposals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many proposals of rules wait for the reader of a page as the second person; every page shows it, so it is looked up once in some seconds. */
@Component("waitingRules")
final class WaitingRules {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRules.class);
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final RuleProposals proposals;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.MIN, List.of());

    WaitingRules(RuleProposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    private record Seen(Instant at, List<String> authors) {}

    /** Those that another account asked for and that can be confirmed; 0 for whoever may confirm none. */
    public long count() {
        return CurrentPerson.find()
                .filter(person -> person.may(Right.WEIGH))
                .map(Person::id)
                .map(id ->
                        authors().stream().filter(author -> !author.equals(id)).count())
                .orElse(0L);
    }

    private List<String> authors() {
        Instant now = clock.instant();
        Seen last = seen;
        if (last.at().isAfter(now) || !last.at().isAfter(now.minus(FRESH))) {
            last = new Seen(now, look());
            seen = last;
        }
        return last.authors();
    }

    /** Nobody, if that cannot be looked up: the page says what it has to say all the same. */
    private List<String> look() {
        try {
            return proposals.waiting().stream()
                    .filter(proposal -> !proposals.isStale(proposal))
                    .map(RuleProposal::author)
                    .toList();
        } catch (RuntimeException e) {
            LOG.debug("What waits for a second person cannot be looked up", e);
            return List.of();
        }
    }
}

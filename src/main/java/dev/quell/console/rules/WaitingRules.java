package dev.quell.console.rules;

import dev.quell.console.shell.SecondCount;
import dev.quell.console.shell.SecondCount.Word;
import dev.quell.deed.rules.RuleConfirmations;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How many proposals of rules the reader of a page may confirm now as the second person. */
@Component("waitingRules")
final class WaitingRules {
    private final SecondCount second;

    WaitingRules(RuleConfirmations confirmations, Pairs pairs, Clock clock) {
        this.second = new SecondCount(
                () -> confirmations.open().stream()
                        .map(proposal -> new Word(proposal.author(), proposal.askedAt()))
                        .toList(),
                pairs,
                clock);
    }

    /** 0 for whoever may confirm none. */
    public long count() {
        return CurrentPerson.find()
                .filter(person -> person.may(Right.WEIGH))
                .map(second::of)
                .orElse(0L);
    }
}

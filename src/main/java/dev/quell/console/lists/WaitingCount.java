package dev.quell.console.lists;

import dev.quell.console.shell.SecondCount;
import dev.quell.console.shell.SecondCount.Word;
import dev.quell.deed.Confirmations;
import dev.quell.security.pairs.Pairs;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How many entries the reader of a page may confirm now as the second person. */
@Component("waiting")
final class WaitingCount {
    private final SecondCount second;

    WaitingCount(Confirmations confirmations, Pairs pairs, Clock clock) {
        this.second = new SecondCount(
                () -> confirmations.open().stream()
                        .map(proposal -> new Word(proposal.author(), proposal.madeAt()))
                        .toList(),
                pairs,
                clock);
    }

    /** 0 for whoever may confirm none: it takes the rights of both lists. */
    public long count() {
        return CurrentPerson.find()
                .filter(person -> person.may(Right.BLOCK) && person.may(Right.ALLOW))
                .map(second::of)
                .orElse(0L);
    }
}

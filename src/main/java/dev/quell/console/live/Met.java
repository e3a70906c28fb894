package dev.quell.console.live;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.screening.CallScreened;
import java.time.Instant;

/**
 * What is remembered of a call that was screened.
 *
 * @param name chosen by the caller, printable
 * @param line the number called, printable
 * @param trunk the way it came in, printable
 * @param verdict what should be done
 * @param applied what Asterisk was told
 * @param percent how likely it is a nuisance, 0 to 100
 * @param overRest whether a program asked about it over REST: no Asterisk tells more of it
 */
public record Met(
        CallId id,
        Instant arrived,
        CallerNumber caller,
        String name,
        String line,
        String trunk,
        Action verdict,
        Action applied,
        CallClass callClass,
        long percent,
        boolean overRest) {
    private static final int LONGEST = 60;

    /** Remembers a call. */
    static Met of(CallScreened screened) {
        return new Met(
                screened.call().id(),
                screened.call().arrivedAt(),
                screened.call().caller(),
                Printable.of(screened.call().name(), LONGEST),
                Printable.of(screened.call().line().number(), LONGEST),
                Printable.of(screened.call().trunk(), LONGEST),
                screened.verdict().action(),
                screened.applied(),
                screened.verdict().callClass(),
                Math.round(screened.verdict().probability() * 100),
                screened.call().overRest());
    }
}

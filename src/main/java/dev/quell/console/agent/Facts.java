package dev.quell.console.agent;

import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.console.live.Met;
import dev.quell.screening.CallScreened;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a screened call.
 *
 * @param name chosen by the caller, printable
 * @param line the number called, printable
 * @param percent how likely it is a nuisance, 0 to 100
 * @param verdict with its evidence; empty if only the memory has the call
 */
record Facts(
        Instant arrived,
        CallerNumber caller,
        String name,
        String line,
        Action action,
        CallClass callClass,
        long percent,
        Optional<Verdict> verdict) {
    private static final int LONGEST = 60;

    static Facts of(CallScreened screened) {
        Verdict verdict = screened.verdict();
        return new Facts(
                screened.call().arrivedAt(),
                screened.call().caller(),
                Printable.of(screened.call().name(), LONGEST),
                Printable.of(screened.call().line().number(), LONGEST),
                verdict.action(),
                verdict.callClass(),
                Math.round(verdict.probability() * 100),
                Optional.of(verdict));
    }

    static Facts of(Met met) {
        return new Facts(
                met.arrived(),
                met.caller(),
                met.name(),
                met.line(),
                met.verdict(),
                met.callClass(),
                met.percent(),
                Optional.empty());
    }
}

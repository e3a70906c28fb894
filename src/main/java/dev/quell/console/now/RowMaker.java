package dev.quell.console.now;

import dev.quell.call.CallerNumber;
import dev.quell.call.Printable;
import dev.quell.console.live.Living;
import dev.quell.console.live.Met;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.security.masking.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes the rows of the table of calls. */
@Component
final class RowMaker {
    private static final int LONGEST = 60;

    private final Callers callers;

    RowMaker(Callers callers) {
        this.callers = callers;
    }

    Now.Row of(Living call, Tongue tongue, Instant now) {
        Optional<Met> met = call.met();
        CallerNumber caller = met.map(Met::caller).orElseGet(CallerNumber.Withheld::new);
        return new Now.Row(
                call.id().toString(),
                call.stage(),
                met.isEmpty() ? "" : callers.show(caller, tongue),
                Masking.text(text(met, Met::name)),
                text(met, Met::line),
                text(met, Met::trunk),
                call.since(),
                elapsed(Duration.between(call.since(), now)),
                met.isPresent(),
                text(met, of -> of.verdict().name()),
                text(met, of -> of.callClass().name()),
                met.map(Met::percent).orElse(0L),
                met.filter(of -> of.verdict() != of.applied()).isPresent(),
                Printable.of(call.queue(), LONGEST),
                Printable.of(call.agent(), LONGEST),
                call.talking(),
                met.filter(Met::overRest).isPresent());
    }

    private static String text(Optional<Met> met, Function<Met, String> part) {
        return met.map(part).orElse("");
    }

    /** Minutes and seconds, {@code 4:05}; hours before them where there are any. A clock that was set back shows nothing below zero. */
    static String elapsed(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        return shown.toHours() > 0
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", shown.toMinutes(), shown.toSecondsPart());
    }
}

package dev.quell.web.flags;

import dev.quell.call.CallerNumber;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.CallerFilter.Exact;
import dev.quell.calllog.CallerFilter.Prefix;
import dev.quell.security.masking.Masking;
import dev.quell.security.masking.Questions;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Numbers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads on whom flags are wanted: one caller, or all whose public numbers begin so. */
@Component
final class FlaggedCallers {
    private final Numbers numbers;
    private final Questions questions;

    FlaggedCallers(Numbers numbers, Questions questions) {
        this.numbers = numbers;
        this.questions = questions;
    }

    /**
     * Reads a field.
     *
     * @throws IllegalArgumentException with what would be right
     */
    CallerFilter read(String text) {
        if (!text.endsWith("*")) {
            CallerNumber caller = numbers.caller(text);
            questions.look(caller.toString());
            return new Exact(caller);
        }
        // A + that was not escaped in a query arrives as a blank.
        Prefix prefix = new Prefix(text.substring(0, text.length() - 1).replaceFirst("^ ", "+"));
        if (!Masking.mayAsk(prefix.start())) {
            throw new IllegalArgumentException(Clean.shown(text) + " is finer than numbers are shown to you");
        }
        return prefix;
    }

    /** The one caller, if it is one. */
    static Optional<CallerNumber> one(CallerFilter asked) {
        return asked instanceof Exact(CallerNumber caller) ? Optional.of(caller) : Optional.empty();
    }

    /** How the numbers begin, if it is a beginning. */
    static Optional<String> start(CallerFilter asked) {
        return asked instanceof Prefix(String start) ? Optional.of(start) : Optional.empty();
    }
}

package dev.quell.web.calls;

import dev.quell.call.CallOutcome;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.forecast.Forecaster;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads which calls are meant from a query. */
final class CallFilters {

    /** The parameters that it reads. */
    static final String[] FIELDS = {
        "caller",
        "from",
        "to",
        "class",
        "action",
        "applied",
        "line",
        "trunk",
        "agent",
        "least-score",
        "most-score",
        "outcome",
        "case"
    };

    private static final int LONGEST = 100;

    private CallFilters() {}

    /** Reads it; what is wrong is noted with the input. */
    static CallFilter read(Input input, Numbers numbers, Instant now) {
        Instant from = input.optional("from", Readers::time).orElse(Instant.EPOCH);
        Instant to = input.optional("to", Readers::time).orElseGet(() -> now.plusMillis(1));
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        }
        CallFilter.Builder filter = CallFilter.builder(from, to);
        input.optional("caller", caller(numbers)).ifPresent(filter::caller);
        input.optional("class", Readers.word(CallClass.class)).ifPresent(filter::callClass);
        input.optional("action", Readers.word(Action.class)).ifPresent(filter::action);
        input.optional("applied", Readers.word(Action.class)).ifPresent(filter::applied);
        input.optional("line", CallFilters::name).ifPresent(filter::line);
        input.optional("trunk", CallFilters::name).ifPresent(filter::trunk);
        input.optional("agent", CallFilters::name).ifPresent(filter::agent);
        input.optional("outcome", Readers.word(CallOutcome.class)).ifPresent(filter::outcome);
        input.optional("case", CallFilters::caseNumber).ifPresent(filter::caseNumber);
        score(input).ifPresent(filter::score);
        return filter.build();
    }

    private static Function<String, CallerFilter> caller(Numbers numbers) {
        return text -> {
            if (text.endsWith("*")) {
                // A + that was not escaped in a query arrives as a blank.
                String start = text.startsWith(" ") ? "+" + text.substring(1) : text;
                return new CallerFilter.Prefix(start.substring(0, start.length() - 1));
            }
            return numbers.range(text)
                    .map(Forecaster::callers)
                    .orElseGet(() -> new CallerFilter.Exact(numbers.caller(text)));
        };
    }

    private static String name(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(Clean.shown(text) + " is longer than " + LONGEST + " characters");
        }
        return text;
    }

    private static String caseNumber(String text) {
        if (!text.matches("[0-9]{8}")) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not a case number of 8 digits");
        }
        return text;
    }

    private static Optional<CallFilter.Score> score(Input input) {
        Optional<Double> least = input.optional("least-score", CallFilters::probability);
        Optional<Double> most = input.optional("most-score", CallFilters::probability);
        if (least.orElse(0.0) > most.orElse(1.0)) {
            input.fault("least-score", "is above most-score");
        } else if (least.isPresent() || most.isPresent()) {
            return Optional.of(new CallFilter.Score(least.orElse(0.0), most.orElse(1.0)));
        }
        return Optional.empty();
    }

    private static double probability(String text) {
        if (text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException(Clean.shown(text) + " is not a number between 0 and 1, such as 0.85");
    }
}

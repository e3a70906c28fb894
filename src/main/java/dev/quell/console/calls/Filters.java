package dev.quell.console.calls;

import dev.quell.blocklist.RangeFault;
import dev.quell.call.CallOutcome;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.forecast.Forecaster;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Times;
import dev.quell.security.masking.Masking;
import dev.quell.security.masking.Questions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads from an address which calls are wanted. */
@Component
public final class Filters {
    /** The fields of the address. */
    public static final List<String> FIELDS = List.of(
            "caller", "class", "action", "outcome", "line", "trunk", "agent", "least", "most", "span", "from", "to");

    private static final Map<String, Duration> SPANS = Map.of(
            "1h", Duration.ofHours(1), "24h", Duration.ofDays(1), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));
    private static final int LONGEST = 100;
    private static final int WHOLE = 100;

    private final Callers callers;
    private final Questions questions;
    private final Times times;

    Filters(Callers callers, Questions questions, Times times) {
        this.callers = callers;
        this.questions = questions;
        this.times = times;
    }

    /**
     * What was read.
     *
     * @param at where the page goes on
     * @param faults names of the fields that hold what cannot be; they filter nothing
     */
    public record Wanted(CallFilter filter, Optional<CallCursor> at, Set<String> faults) {
        public Wanted {
            faults = Set.copyOf(faults);
        }
    }

    /** Reads the fields; those that are not there mean anything. */
    public Wanted read(Map<String, String> query, Instant now) {
        Reading reading = new Reading(query, now);
        return new Wanted(reading.filter(), reading.cursor(), reading.faults);
    }

    private final class Reading {
        private final Map<String, String> query;
        private final Instant now;
        private final Set<String> faults = new LinkedHashSet<>();

        Reading(Map<String, String> query, Instant now) {
            this.query = query;
            this.now = now;
        }

        CallFilter filter() {
            Instant to = time("to").orElse(now.plusMillis(1));
            Instant from = Optional.ofNullable(SPANS.get(text("span").orElse("")))
                    .map(now::minus)
                    .or(() -> time("from"))
                    .orElse(Instant.EPOCH);
            if (!from.isBefore(to)) {
                faults.add("from");
                from = Instant.EPOCH;
                to = now.plusMillis(1);
            }
            CallFilter.Builder filter = CallFilter.builder(from, to);
            who(filter);
            word("class", CallClass.class).ifPresent(filter::callClass);
            word("action", Action.class).ifPresent(filter::action);
            word("outcome", CallOutcome.class).ifPresent(filter::outcome);
            text("line").ifPresent(filter::line);
            text("trunk").ifPresent(filter::trunk);
            text("agent").ifPresent(filter::agent);
            score(filter);
            return filter.build();
        }

        /** A number or its key in an address, a prefix that ends in a star, a range, or a case number. */
        private void who(CallFilter.Builder filter) {
            text("caller").ifPresent(text -> {
                if (text.matches("[0-9]{8}")) {
                    filter.caseNumber(text);
                } else {
                    caller(text).ifPresentOrElse(filter::caller, () -> faults.add("caller"));
                }
            });
        }

        private Optional<CallerFilter> caller(String text) {
            if (text.endsWith("*")) {
                return callers.readPrefix(text)
                        .filter(prefix -> Masking.mayAsk(prefix.start()))
                        .map(prefix -> prefix);
            }
            return range(text).or(() -> questions.read(text, callers::read).map(CallerFilter.Exact::new));
        }

        /** By ever smaller ranges a masked number could be guessed. */
        private Optional<CallerFilter> range(String text) {
            try {
                return Masking.whole() ? callers.readRange(text).map(Forecaster::callers) : Optional.empty();
            } catch (RangeFault e) {
                return Optional.empty();
            }
        }

        /** Bounds in a hundred, as tables show scores: 80 to 100. */
        private void score(CallFilter.Builder filter) {
            Optional<Integer> least = percent("least");
            Optional<Integer> most = percent("most");
            if (least.orElse(0) > most.orElse(WHOLE)) {
                faults.add("least");
            } else if (least.isPresent() || most.isPresent()) {
                filter.score(
                        new CallFilter.Score(least.orElse(0) / (double) WHOLE, most.orElse(WHOLE) / (double) WHOLE));
            }
        }

        private Optional<Integer> percent(String name) {
            Optional<String> text = text(name);
            Optional<Integer> percent = text.filter(written -> written.matches("[0-9]{1,3}"))
                    .map(Integer::valueOf)
                    .filter(number -> number <= WHOLE);
            if (text.isPresent() && percent.isEmpty()) {
                faults.add(name);
            }
            return percent;
        }

        Optional<CallCursor> cursor() {
            return text("page").flatMap(text -> {
                try {
                    return Optional.of(CallCursor.parse(text));
                } catch (IllegalArgumentException e) {
                    faults.add("page");
                    return Optional.empty();
                }
            });
        }

        private Optional<Instant> time(String name) {
            Optional<String> text = text(name);
            Optional<Instant> time = text.flatMap(times::read);
            if (text.isPresent() && time.isEmpty()) {
                faults.add(name);
            }
            return time;
        }

        private <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
            Optional<String> text = text(name);
            Optional<E> word = text.flatMap(written -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(written.toUpperCase(Locale.ROOT)))
                    .findFirst());
            if (text.isPresent() && word.isEmpty()) {
                faults.add(name);
            }
            return word;
        }

        private Optional<String> text(String name) {
            Optional<String> text =
                    Optional.ofNullable(query.get(name)).map(String::strip).filter(held -> !held.isEmpty());
            if (text.isPresent() && text.get().length() > LONGEST) {
                faults.add(name);
                return Optional.empty();
            }
            return text;
        }
    }
}

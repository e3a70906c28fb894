package dev.quell.web.sources;

import dev.quell.web.input.Input;
import dev.quell.web.input.Readers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Which period is asked about; 30 days up to now if none is given, and at most 366. */
record SourceQuery(Instant from, Instant to) {
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration MOST = Duration.ofDays(366);

    static SourceQuery read(Input input, Instant now) {
        Instant to = input.optional("to", Readers::time).orElse(now);
        Instant from = input.optional("from", Readers::time).orElseGet(() -> to.minus(PERIOD));
        if (!from.isBefore(to)) {
            input.fault("from", "is not before to");
        } else if (Duration.between(from, to).compareTo(MOST) > 0) {
            input.fault("from", "is more than 366 days before to");
        }
        return new SourceQuery(from, to);
    }

    /** A query that asks for this very period, so that its other pages do. */
    MultiValueMap<String, String> fixed(MultiValueMap<String, String> query) {
        MultiValueMap<String, String> fixed = new LinkedMultiValueMap<>(query);
        fixed.set("from", from.toString());
        fixed.set("to", to.toString());
        return fixed;
    }

    /** Reads how numbers begin: {@code +86138*}. */
    static Optional<String> prefix(Input input) {
        return input.optional("prefix", text -> {
            // A + that was not escaped in a query arrives as a blank.
            String written = text.startsWith(" ") ? "+" + text.substring(1) : text;
            if (!written.matches("\\+[1-9][0-9]{0,13}\\*?")) {
                throw new IllegalArgumentException("is no beginning of numbers such as +86138*");
            }
            return written.replace("*", "");
        });
    }
}

package dev.quell.console.flags;

import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Times;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagReason;
import dev.quell.security.masking.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which flags are wanted, as the address has it; what cannot be read filters nothing.
 *
 * @param caller a number, or a key that does not tell it
 * @param state {@code standing} or {@code undone}
 * @param span {@code 24h}, {@code 7d} or {@code 30d} up to now; any other text: all time
 * @param from a field of day and time
 * @param to a field of day and time
 * @param after where the page goes on
 */
record FlagFilter(
        @Nullable String caller,
        @Nullable String agent,
        @Nullable String reason,
        @Nullable String state,
        @Nullable String span,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after) {
    private static final int LONGEST = 100;
    private static final Map<String, Duration> SPANS =
            Map.of("24h", Duration.ofDays(1), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

    /**
     * What is asked of the store.
     *
     * @param on whom {@link #caller} means
     */
    FlagQuery query(Optional<CallerNumber> on, Times times, Instant now, int limit) {
        Instant start = Optional.ofNullable(SPANS.get(text(span)))
                .map(now::minus)
                .or(() -> times.read(text(from)))
                .orElse(Instant.EPOCH);
        return new FlagQuery(
                start,
                times.read(text(to)).orElse(now.plusMillis(1)),
                Optional.of(text(agent)).filter(name -> !name.isEmpty()),
                Words.of(text(reason), FlagReason.class),
                on,
                Optional.empty(),
                switch (text(state)) {
                    case "standing" -> Optional.of(true);
                    case "undone" -> Optional.of(false);
                    default -> Optional.empty();
                },
                place(text(after)),
                limit);
    }

    private static Optional<FlagQuery.Place> place(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9]{1,15}-[0-9]{1,18}"))
                .map(given -> given.split("-", 2))
                .map(parts ->
                        new FlagQuery.Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1])));
    }

    /** The fields by name, empty where nothing is said. */
    Map<String, String> fields() {
        return Map.of(
                "caller", text(caller),
                "agent", text(agent),
                "reason", text(reason),
                "state", text(state),
                "span", text(span),
                "from", text(from),
                "to", text(to));
    }

    /** Whom the address means. Whoever does not see numbers whole names one only by a key that was given: what a page finds would tell a number that is guessed. */
    Optional<CallerNumber> on(Callers callers) {
        String given = text(caller);
        Optional<CallerNumber> sealed = Masking.sealed(given);
        if (sealed.isPresent() || given.isEmpty()) {
            return sealed;
        }
        Optional<CallerNumber> key = Masking.caller(given);
        return Masking.whole()
                ? callers.read(given).or(() -> key)
                : key.filter(number -> Masking.key(number).equals(given));
    }

    /** Whether anything is said. */
    boolean says() {
        return fields().values().stream().anyMatch(value -> !value.isEmpty());
    }

    /** The address of the page that goes on after a flag. */
    String older(Flag last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/flags");
        Map<String, String> fields = fields();
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        address.queryParam("after", last.at().toEpochMilli() + "-" + last.id());
        // Values are put in strictly encoded, whatever they hold.
        return address.encode().buildAndExpand(fields).toUriString();
    }

    private static String text(@Nullable String given) {
        String stripped = given == null ? "" : given.strip();
        return stripped.length() > LONGEST ? "" : stripped;
    }
}

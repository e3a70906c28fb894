package dev.quell.web.lists;

import dev.quell.blocklist.BlockListSettings;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.deed.Asker;
import dev.quell.web.input.Askers;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Numbers;
import dev.quell.web.input.Readers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the entry that somebody wants to make. */
@Component
final class EntryReader {
    private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");

    private final Numbers numbers;
    private final Duration maxBanTime;
    private final Clock clock;

    EntryReader(Numbers numbers, BlockListSettings settings, Clock clock) {
        this.numbers = numbers;
        this.maxBanTime = settings.maxBanTime();
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param entry not kept yet
     */
    record Wanted(ListEntry entry, Asker by) {}

    /** The entry, and whoever wants it. */
    Wanted read(ListKind kind, JsonNode body) {
        Instant now = clock.instant();
        Input input = Inputs.body(body, "pattern", "reason", "expires", "ttl", "author");
        Optional<ListPattern> pattern = input.required(
                "pattern",
                "a number, a prefix such as +86138*, or a range such as +8675561230000-+8675561239998",
                this::pattern);
        Optional<String> reason =
                input.required("reason", "1 to 200 characters that say why", text -> Clean.text(text, 200));
        Asker by = Askers.of(input);
        Optional<Instant> end = end(input, now);
        if (kind == ListKind.BLOCK && !input.has("expires") && !input.has("ttl")) {
            input.fault(
                    "expires", "is missing: a block ends, as numbers are reassigned; give a time, or ttl such as 7d");
        }
        if (kind == ListKind.BLOCK && end.isPresent() && end.get().isAfter(now.plus(maxBanTime))) {
            input.fault(
                    input.has("ttl") ? "ttl" : "expires",
                    "is too far off: a block lasts at most " + maxBanTime.toDays()
                            + "d (quell.blocklist.max-ban-time)");
        }
        input.throwIfFaulty();
        ListEntry entry = new ListEntry(
                0, kind, pattern.orElseThrow(), reason.orElseThrow(), by.id(), Origin.MANUAL, now, end, 0);
        return new Wanted(entry, by);
    }

    private Optional<Instant> end(Input input, Instant now) {
        if (input.has("expires") && input.has("ttl")) {
            input.fault("ttl", "and expires are both given; one is enough");
        }
        Optional<Instant> expires = input.optional("expires", text -> ahead(Readers.time(text), now));
        Optional<Instant> ttl = input.optional("ttl", text -> after(Readers.duration(text), now));
        return expires.or(() -> ttl);
    }

    private static Instant ahead(Instant expires, Instant now) {
        if (!expires.isAfter(now)) {
            throw new IllegalArgumentException("is past: it is now " + now.truncatedTo(ChronoUnit.SECONDS));
        }
        return bounded(expires);
    }

    private static Instant after(Duration ttl, Instant now) {
        try {
            return bounded(now.plus(ttl));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("reaches beyond the year 2999", e);
        }
    }

    private static Instant bounded(Instant end) {
        if (end.isAfter(LAST)) {
            throw new IllegalArgumentException("reaches beyond the year 2999");
        }
        return end;
    }

    private ListPattern pattern(String text) {
        String written = text.strip();
        return written.endsWith("*")
                ? ListPattern.parse(written.replaceAll("[ ()./-]", ""))
                : numbers.range(written).orElseGet(() -> new ListPattern.Exact(numbers.caller(written)));
    }
}

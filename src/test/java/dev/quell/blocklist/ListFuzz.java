package dev.quell.blocklist;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.testing.ShippedSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of patterns, and callers beside them: a caller is blocked if and only if an entry means him, whatever else is on the list. */
public final class ListFuzz implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final ProtectedNumbers untouchable = new ProtectedNumbers(
            ShippedSettings.of("quell.blocklist", BlockListSettings.class),
            ShippedSettings.of("quell.call", CallSettings.class));

    @Override
    public List<byte[]> seeds() {
        return List.of(
                "+8613800138000\n+86138001380*\ni:8001\n+8613800138001\n".getBytes(StandardCharsets.UTF_8),
                "+86139*\n+861390*\n+8613900139000\n+8613900139001\n+861390013900\ni:80\ni:080\ni:800100\n+99999999*\n"
                        .getBytes(StandardCharsets.UTF_8),
                "+8675561230000-+8675561239998\n+867556123*\n+8675561230500\n+8675561230000-+8675561230009\n+4477000-+4477009\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> words() {
        return List.of("+86", "*\n", "*", "i:", "i:00", "+1", "+999999999999999", "-", "-+8675561239998", "\n");
    }

    @Override
    public void read(byte[] input) {
        Map<String, ListPattern> patterns = new HashMap<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n")) {
            pattern(line.strip()).ifPresent(pattern -> patterns.put(pattern.text(), pattern));
        }
        ListIndex index = new ListIndex(untouchable, Clock.fixed(NOW, ZoneOffset.UTC));
        long id = 1;
        for (ListPattern pattern : patterns.values()) {
            index.follow(entry(id++, pattern));
        }
        for (CallerNumber caller : callers(patterns.values())) {
            boolean meant = patterns.values().stream().anyMatch(pattern -> pattern.matches(caller));
            boolean blocked = index.match(caller, NOW).isPresent();
            Holds.that(
                    blocked == (meant && !untouchable.covers(caller)), "blocked if meant", caller, patterns.keySet());
        }
    }

    private static Optional<ListPattern> pattern(String text) {
        try {
            ListPattern pattern = ListPattern.parse(text);
            Holds.that(pattern.text().equals(text), "the text leads back", text);
            return Optional.of(pattern);
        } catch (IllegalArgumentException e) {
            Holds.oneLine(e.getMessage(), 200);
            return Optional.empty();
        }
    }

    private static ListEntry entry(long id, ListPattern pattern) {
        return new ListEntry(
                id, ListKind.BLOCK, pattern, "test", "li", Origin.MANUAL, NOW, Optional.of(NOW.plusSeconds(60)), 0);
    }

    /** Whom the patterns mean, and their neighbours: a digit more, a digit less, another last or first digit. */
    private static List<CallerNumber> callers(Iterable<ListPattern> patterns) {
        List<CallerNumber> callers = new ArrayList<>();
        for (ListPattern pattern : patterns) {
            for (String text : pattern.text().replace("*", "").split("-")) {
                String less = text.substring(0, text.length() - 1);
                char last = text.charAt(text.length() - 1);
                for (String near : List.of(
                        text,
                        less,
                        text + "0",
                        text + "7",
                        less + (char) ('0' + (last - '0' + 1) % 10),
                        less + (char) ('0' + (last - '0' + 9) % 10),
                        text.replace("i:", "+1"))) {
                    caller(near).ifPresent(callers::add);
                }
            }
        }
        return callers;
    }

    private static Optional<CallerNumber> caller(String key) {
        try {
            return Optional.of(CallerNumber.ofKey(key));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

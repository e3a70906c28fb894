package dev.quell.call;

import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallSettings.LineSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the line that a called number belongs to. */
@Component
public final class Lines {

    private final Map<String, Named> exact = new HashMap<>();
    private final List<Named> prefixes = new ArrayList<>();
    private final DefaultLine fallback;

    /** @throws IllegalArgumentException if two lines claim one number; the message names all such pairs */
    public Lines(CallSettings settings) {
        fallback = settings.defaultLine();
        List<Named> all = new ArrayList<>();
        settings.lines()
                .forEach((name, line) ->
                        line.numbers().forEach(number -> all.add(new Named(name, LinePattern.parse(number), line))));
        refuseOverlaps(all);
        for (Named named : all) {
            if (named.pattern.prefix()) {
                prefixes.add(named);
            } else {
                exact.put(named.pattern.start(), named);
            }
        }
    }

    /** The line of a called number, compared as text with what the settings name; the default line if none names it. */
    public Line of(String number) {
        Named named = exact.get(number);
        if (named == null) {
            named = prefixes.stream()
                    .filter(each -> each.pattern.matches(number))
                    .findFirst()
                    .orElse(null);
        }
        return named == null
                ? new Line(number, "default", fallback.profile(), fallback.listen(), fallback.blocked())
                : new Line(
                        number,
                        named.name,
                        named.settings.profile(),
                        named.settings.listen(),
                        named.settings.blocked());
    }

    private static void refuseOverlaps(List<Named> all) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).pattern.overlaps(all.get(j).pattern)) {
                    faults.add("'" + all.get(i) + "' and '" + all.get(j) + "'");
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("quell.call.lines overlap: " + String.join("; ", faults)
                    + ". Each number may belong to one line only; narrow one of the two");
        }
    }

    private record Named(String name, LinePattern pattern, LineSettings settings) {

        @Override
        public String toString() {
            return name + ": " + pattern;
        }
    }
}

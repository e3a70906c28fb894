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

    public Lines(CallSettings settings) {
        fallback = settings.defaultLine();
        for (Named named : named(settings.lines())) {
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

    private static List<Named> named(Map<String, LineSettings> lines) {
        List<Named> all = new ArrayList<>();
        lines.forEach((name, line) ->
                line.numbers().forEach(number -> all.add(new Named(name, LinePattern.parse(number), line))));
        return all;
    }

    /** One sentence for each pair of numbers under which two lines, or one line twice, claim the same call. */
    static List<String> overlaps(Map<String, LineSettings> lines) {
        List<Named> all = named(lines);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).pattern.overlaps(all.get(j).pattern)) {
                    faults.add("'" + all.get(i) + "' and '" + all.get(j)
                            + "' overlap; each number may belong to one line only, narrow one of the two");
                }
            }
        }
        return faults;
    }

    private record Named(String name, LinePattern pattern, LineSettings settings) {

        @Override
        public String toString() {
            return name + ": " + pattern;
        }
    }
}

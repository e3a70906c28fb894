package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;

/**
 * Every AGI request stands under the guard: {@code quell-guard} just before it, or the same in one step; and a {@code T} extension in its context and in those
 * that end the guard, which may run out until then.
 */
final class GuardRule implements LintRule {

    private static final String ARMED =
            "MSet(LOCAL(AGIEXITONHANGUP)=yes,TIMEOUT(absolute)=${IF($[0${QUELL_DEAD} + 3 > ${EPOCH}]?0.4:$[${IF($[0${FILTER("
                    + "0-9.,${QUELL_GUARD})} > 0]?0${FILTER(0-9.,${QUELL_GUARD})}:1.5)} / ${IF($[${FIELDQTY(QUELL_AGI,\\,)} > 3]?3:${FIELDQTY(QUELL_AGI,\\,)})}])})";

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DialplanLine line = lines.get(i);
            boolean ends = line.text().contains("Gosub(quell-unguard,s,1)")
                    || line.text().contains("Set(TIMEOUT(absolute)=0,")
                    || line.text().contains("Set(TIMEOUT(absolute)=${IF($[0${QUELL_ABS_AT}");
            if (ends && !hasT(lines, line.context())) {
                found.add(line + ": its context has no T extension, and the guard may run out before its end");
            }
            if (!line.text().contains(",AGI(")) {
                continue;
            }
            if (!endsWith(lines, i - 1, line, "Gosub(quell-guard,s,1)") && !endsWith(lines, i - 1, line, ARMED)) {
                found.add(line + ": Gosub(quell-guard,s,1) must stand just before it");
            }
            if (!hasT(lines, line.context())) {
                found.add(line + ": its context has no T extension, so the call would end with the guard");
            }
        }
        return found;
    }

    private static boolean endsWith(List<DialplanLine> lines, int index, DialplanLine of, String text) {
        return index >= 0
                && lines.get(index).sameExtension(of)
                && lines.get(index).text().endsWith(text);
    }

    private static boolean hasT(List<DialplanLine> lines, String context) {
        return lines.stream()
                .anyMatch(other ->
                        other.context().equals(context) && other.extension().equals("T"));
    }
}

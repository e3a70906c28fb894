package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;

/**
 * Every AGI request stands under the guard: {@code quell-guard} just before it, and a {@code T} extension in its context and in those that end the guard,
 * which may run out until then.
 */
final class GuardRule implements LintRule {

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DialplanLine line = lines.get(i);
            boolean ends = line.text().contains("Gosub(quell-unguard,s,1)")
                    || line.text().endsWith("Set(TIMEOUT(absolute)=0)");
            if (ends && !hasT(lines, line.context())) {
                found.add(line + ": its context has no T extension, and the guard may run out before its end");
            }
            if (!line.text().contains(",AGI(")) {
                continue;
            }
            if (i == 0
                    || !lines.get(i - 1).sameExtension(line)
                    || !lines.get(i - 1).text().endsWith("Gosub(quell-guard,s,1)")) {
                found.add(line + ": Gosub(quell-guard,s,1) must stand just before it");
            }
            if (!hasT(lines, line.context())) {
                found.add(line + ": its context has no T extension, so the call would end with the guard");
            }
        }
        return found;
    }

    private static boolean hasT(List<DialplanLine> lines, String context) {
        return lines.stream()
                .anyMatch(other ->
                        other.context().equals(context) && other.extension().equals("T"));
    }
}

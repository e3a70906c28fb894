package dev.quell.dialplan;

import java.util.List;

/** The breaker's mark may not be there: it is read with a 0 before it, as digits only. */
final class BreakerRule implements LintRule {

    private static final String MARK = "${GLOBAL(QUELL_SKIP_UNTIL)}";
    private static final String SAFE = "0${FILTER(0-9," + MARK + ")}";

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        return lines.stream()
                .filter(line -> line.text().replace(SAFE, "").contains(MARK))
                .map(line -> line + ": read the mark as " + SAFE)
                .toList();
    }
}

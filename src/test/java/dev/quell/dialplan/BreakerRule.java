package dev.quell.dialplan;

import java.util.List;
import java.util.regex.Pattern;

/** A breaker's mark may not be there: it is read with a 0 before it, as digits only. */
final class BreakerRule implements LintRule {

    private static final String MARK = "${GLOBAL(QUELL_SKIP_UNTIL_";
    private static final Pattern SAFE =
            Pattern.compile("0\\$\\{FILTER\\(0-9,\\$\\{GLOBAL\\(QUELL_SKIP_UNTIL_\\$\\{QUELL_(AT|TO)}\\)}\\)}");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        return lines.stream()
                .filter(line -> SAFE.matcher(line.text()).replaceAll("").contains(MARK))
                .map(line -> line + ": read the mark as 0${FILTER(0-9,${GLOBAL(QUELL_SKIP_UNTIL_${QUELL_AT})})}")
                .toList();
    }
}

package dev.quell.dialplan;

import java.util.List;
import java.util.regex.Pattern;

/** No extension takes whatever a caller dials: a pattern has a fixed length, and stands for keys. */
final class PatternRule implements LintRule {

    private static final Pattern OPEN_END = Pattern.compile("_.*[.!]");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        return lines.stream()
                .filter(line -> line.text().startsWith("exten")
                        && OPEN_END.matcher(line.extension()).matches())
                .map(line -> line + ": a pattern that ends in . or ! takes anything; write the digits out")
                .toList();
    }
}

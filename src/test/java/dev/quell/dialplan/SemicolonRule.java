package dev.quell.dialplan;

import java.util.List;
import java.util.regex.Pattern;

/** A semicolon begins a comment wherever it stands: inside a priority it cuts the rest off. */
final class SemicolonRule implements LintRule {

    private static final Pattern BARE = Pattern.compile("(?<!\\\\);");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        return lines.stream()
                .filter(line -> BARE.matcher(line.text()).find())
                .map(line -> line + ": what follows the ; is a comment; write \\; or \\x3B")
                .toList();
    }
}

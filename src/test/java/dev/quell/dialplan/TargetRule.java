package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place that one of our contexts names exists: a Gosub to nowhere hangs the call up. */
final class TargetRule implements LintRule {

    private static final Pattern NAMED = Pattern.compile("(quell-[a-z-]+),([A-Za-z_]+),1\\b");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        Set<String> places = new TreeSet<>();
        lines.forEach(line -> places.add(line.context() + "," + line.extension()));
        List<String> found = new ArrayList<>();
        for (DialplanLine line : lines) {
            Matcher named = NAMED.matcher(line.text());
            while (named.find()) {
                if (!places.contains(named.group(1) + "," + named.group(2))) {
                    found.add(line + ": there is no extension " + named.group(2) + " in a context " + named.group(1));
                }
            }
        }
        return found;
    }
}

package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every header that is read only if it is there stands in the list for calls whose headers' names are not known. */
final class HeaderRule implements LintRule {

    private static final Pattern LOOKED_FOR = Pattern.compile("FIELDNUM\\(QUELL_NAMES,!,([A-Za-z-]+)\\)");
    private static final Pattern LISTED =
            Pattern.compile("Set\\((?:QUELL_NAMES|GLOBAL\\(QUELL_HEADERS\\))=([A-Za-z!-]+)\\)");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<Set<String>> lists = new ArrayList<>();
        for (DialplanLine line : lines) {
            Matcher listed = LISTED.matcher(line.text());
            while (listed.find()) {
                lists.add(new HashSet<>(Arrays.asList(listed.group(1).split("!"))));
            }
        }
        List<String> found = new ArrayList<>();
        for (DialplanLine line : lines) {
            Matcher name = LOOKED_FOR.matcher(line.text());
            while (name.find()) {
                if (lists.stream().anyMatch(list -> !list.contains(name.group(1)))) {
                    found.add(line + ": " + name.group(1) + " is missing where QUELL_NAMES is set to all names");
                }
            }
        }
        return found;
    }
}

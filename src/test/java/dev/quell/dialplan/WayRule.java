package dev.quell.dialplan;

import dev.quell.call.WayStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is told of a call's way are words that the service knows. */
final class WayRule implements LintRule {

    private static final Set<String> KNOWN =
            Arrays.stream(WayStep.values()).map(Enum::name).collect(Collectors.toSet());
    private static final Pattern SET = Pattern.compile("Set\\(QUELL_(?:WAY|WHY|WORD)=(.*?)\\)*$");
    private static final Pattern CLOSED_SET = Pattern.compile("\"\\^v1:\\(([A-Z_|]+)\\)");
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$\\[[^\\]]*]|\\$\\{[A-Z_]+(?:\\([^()]*\\))?}|[${}?:()]|IF|CUT");

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (DialplanLine line : lines) {
            for (String word : words(line.text())) {
                if (!KNOWN.contains(word)) {
                    found.add(line + ": the service does not know the word " + word);
                }
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher set = SET.matcher(text);
        if (set.find()) {
            String plain = EXPRESSION.matcher(set.group(1)).replaceAll("-");
            words.addAll(Arrays.asList(plain.split("-")));
        }
        Matcher closed = CLOSED_SET.matcher(text);
        if (closed.find()) {
            words.addAll(Arrays.asList(closed.group(1).split("\\|")));
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}

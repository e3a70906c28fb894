package dev.quell.dialplan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Every prompt that is named exists, and is not empty, in every language and format. */
final class PromptRule implements LintRule {

    private static final Set<String> LANGUAGES = Set.of("en", "zh");
    private static final Set<String> FORMATS = Set.of("wav", "sln16", "alaw", "ulaw", "g722");
    private static final Pattern SAID = Pattern.compile("quell-say,s,1\\(([a-z0-9-]+)\\)");
    private static final Pattern PLAYED = Pattern.compile("\\bquell/([a-z0-9-]+(?:/[0-9])?)(?![a-z0-9-/])");
    private static final Pattern DIGITS = Pattern.compile("quell/digits/\\$\\{");

    private final Path sounds;

    /**
     * @param sounds the folder that has a folder for each language
     */
    PromptRule(Path sounds) {
        this.sounds = sounds;
    }

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (DialplanLine line : lines) {
            for (String prompt : named(line.text())) {
                missing(prompt).forEach(file -> found.add(line + ": there is no " + file));
            }
        }
        return found;
    }

    /** The prompts that a line names, without {@code quell/}. */
    static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        for (Pattern pattern : List.of(SAID, PLAYED)) {
            Matcher match = pattern.matcher(text);
            while (match.find()) {
                names.add(match.group(1));
            }
        }
        if (DIGITS.matcher(text).find()) {
            IntStream.range(0, 10).forEach(digit -> names.add("digits/" + digit));
        }
        return names;
    }

    private List<String> missing(String prompt) {
        return LANGUAGES.stream()
                .sorted()
                .flatMap(language ->
                        FORMATS.stream().sorted().map(format -> language + "/quell/" + prompt + "." + format))
                .filter(file -> !Files.isRegularFile(sounds.resolve(file)) || isEmpty(sounds.resolve(file)))
                .toList();
    }

    private static boolean isEmpty(Path file) {
        return file.toFile().length() == 0;
    }
}

package dev.quell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the program was called with, taken apart: settings such as {@code --quell.data-directory=/var/lib/quell} may stand anywhere, the first other
 * word is the command.
 *
 * @param settings in Spring's form, {@code --key=value} with a dot in the key; for {@code serve} everything but the command
 * @param words the command and what belongs to it; empty for {@code serve}
 */
public record Invocation(List<String> settings, List<String> words) {

    private static final Pattern SETTING =
            Pattern.compile("--[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_\\[\\]-]+)+(=.*)?", Pattern.DOTALL);
    private static final List<String> SPRING = List.of("--debug", "--trace");
    private static final String SERVE = "serve";

    public Invocation {
        settings = List.copyOf(settings);
        words = List.copyOf(words);
    }

    /** Takes a command line apart. */
    public static Invocation of(String... args) {
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String arg : args) {
            boolean setting = SETTING.matcher(arg).matches() || SPRING.contains(arg);
            (setting ? settings : words).add(arg);
        }
        if (!words.isEmpty() && words.getFirst().equals(SERVE) && words.size() == 1) {
            words.clear();
        }
        return new Invocation(settings, words);
    }

    /** Whether the service is to be run: {@code serve}, or no command at all. */
    public boolean serves() {
        return words.isEmpty();
    }
}

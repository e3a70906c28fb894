package dev.quell.call;

import java.time.Duration;
import java.util.regex.Pattern;

/** Numbers, durations and foreign words, for reasons and log lines. */
public final class Words {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.:;/@+*-]");

    private Words() {}

    /** A duration in its largest whole unit: {@code 30 min}, {@code 24 h}, {@code 7 d}; days start at two, below a second in {@code ms}. */
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (!duration.equals(Duration.ofSeconds(seconds))) {
            return duration.toMillis() + " ms";
        }
        if (seconds > 86_400 && seconds % 86_400 == 0) {
            return duration.toDays() + " d";
        }
        if (seconds > 0 && seconds % 3600 == 0) {
            return duration.toHours() + " h";
        }
        if (seconds > 0 && seconds % 60 == 0) {
            return duration.toMinutes() + " min";
        }
        return seconds + " s";
    }

    /** A foreign word that can break neither a field nor a line: each other character becomes {@code ?}, an empty word {@code -}. */
    public static String foreign(String word) {
        if (word.isEmpty()) {
            return "-";
        }
        return isSafe(word) ? word : UNSAFE.matcher(word).replaceAll("?");
    }

    private static boolean isSafe(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "_.:;/@+*-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A count with its noun: {@code 1 silent call}, {@code 3 silent calls}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

package dev.quell.call;

import java.time.Duration;
import java.util.Locale;
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

    /** A duration as people say it, in two units at most: {@code 2.5 s}, {@code 1 min 34 s}, {@code 3 h 5 min}, {@code 2 d 4 h}; below a second in {@code ms}. */
    public static String lasting(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis == 0 ? "0 s" : millis + " ms";
        }
        if (millis < 9_950 && millis % 1000 != 0) {
            String tenths = String.format(Locale.ROOT, "%.1f", millis / 1000.0);
            return (tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths) + " s";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 2 * 86_400
                ? two(seconds / 3600, "h", seconds % 3600 / 60, "min")
                : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
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

package dev.quell.classifier;

import dev.quell.call.Words;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages in which findings are worded. */
public enum Language {
    ENGLISH,
    CHINESE;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}) (ms|seconds?|s|min|h|d)");

    /** A duration as people say it: {@code 1 min 34 s}, {@code 1分34秒}. */
    public String duration(Duration duration) {
        String english = Words.lasting(duration);
        if (this == ENGLISH) {
            return english;
        }
        String minutes = english.endsWith(" min") ? "分钟" : "分";
        return english.replace(" ms", "毫秒")
                .replace(" min", minutes)
                .replace(" s", "秒")
                .replace(" h", "小时")
                .replace(" d", "天")
                .replace(" ", "");
    }

    /** A duration that the log words in English, such as {@code 30 min} or {@code 75 seconds}; any other text stays. */
    public String duration(String english) {
        Matcher written = WRITTEN.matcher(english);
        if (!written.matches()) {
            return english;
        }
        Duration duration = duration(Long.parseLong(written.group(1)), written.group(2));
        return this == ENGLISH && duration.toSeconds() < 60 ? english : duration(duration);
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }
}

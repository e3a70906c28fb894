package dev.quell.classifier;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a finding is worded: a text in which {@code {0}} and {@code {1}} stand for its numbers, {@code {1s}} for a number of seconds as a duration,
 * {@code {1t}} for a time in seconds since 1970, with 0 for never.
 *
 * @param text at most 80 characters
 */
public record Wording(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([01])([st]?)}");

    public Wording {
        if (text.isBlank()
                || text.length() > 80
                || PLACE.matcher(text).replaceAll("").matches(".*[{}].*")) {
            throw new IllegalArgumentException(
                    "a wording is 1 to 80 characters with {0}, {1}, {0s}, {1s} or {1t} for its numbers, not " + text);
        }
    }

    String of(Seen seen, Language language, DateTimeFormatter times) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(number(place.group(1), place.group(2), seen, language, times)));
    }

    private static String number(String which, String how, Seen seen, Language language, DateTimeFormatter times) {
        long number = which.equals("0") ? seen.first() : seen.second();
        return switch (how) {
            case "s" -> language.duration(Duration.ofSeconds(number));
            case "t" -> time(number, language, times);
            default -> Long.toString(number);
        };
    }

    private static String time(long second, Language language, DateTimeFormatter times) {
        if (second == 0) {
            return language == Language.CHINESE ? "永久" : "for good";
        }
        return times.format(Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.MINUTES));
    }
}

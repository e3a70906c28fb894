package dev.quell.reporting.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * A report that is sent by itself; {@link ScheduleDraft} checks it.
 *
 * @param name 1 to 32 letters, digits or hyphens
 * @param day of the week on which a weekly one is sent
 * @param at the time of day from which on it is sent
 * @param mail to whom by mail
 * @param webhook whether webhooks are told
 * @param language en or zh
 */
public record Schedule(
        String name, Rhythm every, DayOfWeek day, LocalTime at, List<String> mail, boolean webhook, String language) {

    public Schedule {
        mail = List.copyOf(mail);
    }

    /** In short, for the audit. */
    public String words() {
        return every.name().toLowerCase(Locale.ROOT)
                + (every == Rhythm.WEEKLY ? " " + day.name().toLowerCase(Locale.ROOT) : "") + " " + at + " " + language
                + (webhook ? " webhook" : "") + (mail.isEmpty() ? "" : " to " + String.join(", ", mail));
    }

    /** The language for texts. */
    public Locale locale() {
        return locale(language);
    }

    /** The same of a word: en or zh. */
    public static Locale locale(String language) {
        return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}

package dev.quell.reporting.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A schedule as settings, a form or a request have it, not yet checked.
 *
 * @param every how often
 * @param day of the week, for weekly ones
 * @param at the time of day from which on it is sent, such as 07:00
 * @param mail to whom by mail; needs {@code quell.reports.mail.host}
 * @param webhook whether webhooks are told, as {@code report.made}
 * @param language en or zh
 */
public record ScheduleDraft(
        @DefaultValue("DAILY") Rhythm every,
        @DefaultValue("MONDAY") DayOfWeek day,
        @DefaultValue("07:00") String at,
        @DefaultValue List<String> mail,
        @DefaultValue("false") boolean webhook,
        @DefaultValue("en") String language) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final int MOST = 20;
    /** Plain addresses: nothing that must be quoted, so that nothing becomes two. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,188}[A-Za-z0-9])?");

    private static final int LONGEST_LOCAL = 64;

    public ScheduleDraft {
        mail = List.copyOf(mail);
    }

    /** What is wrong with it under a name; empty if nothing is. */
    public Set<ScheduleFault> faults(String name) {
        EnumSet<ScheduleFault> faults = EnumSet.noneOf(ScheduleFault.class);
        require(NAME.matcher(name).matches(), ScheduleFault.NAME, faults);
        require(time(at).isPresent(), ScheduleFault.AT, faults);
        require(language.equals("en") || language.equals("zh"), ScheduleFault.LANGUAGE, faults);
        require(webhook || !mail.isEmpty(), ScheduleFault.NOBODY, faults);
        require(mail.stream().allMatch(ScheduleDraft::isAddress), ScheduleFault.MAIL, faults);
        require(mail.size() <= MOST && Set.copyOf(mail).size() == mail.size(), ScheduleFault.MANY, faults);
        return faults;
    }

    private static void require(boolean holds, ScheduleFault fault, Set<ScheduleFault> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /**
     * The schedule.
     *
     * @throws IllegalArgumentException if it has a fault
     */
    public Schedule named(String name) {
        Set<ScheduleFault> faults = faults(name);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("a schedule with faults: " + faults);
        }
        return new Schedule(name, every, day, time(at).orElseThrow(), mail, webhook, language);
    }

    /** Whether a text is one mail address without quotes and comments. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && text.indexOf('@') <= LONGEST_LOCAL;
    }

    private static Optional<LocalTime> time(String text) {
        try {
            LocalTime time = LocalTime.parse(text);
            return time.getSecond() == 0 && time.getNano() == 0 ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

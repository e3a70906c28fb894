package dev.quell.console.reports;

import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.schedule.ScheduleDraft;
import dev.quell.reporting.sending.Schedules;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form says of a schedule. */
record ScheduleForm(
        @Nullable String name,
        @Nullable String every,
        @Nullable String day,
        @Nullable String at,
        @Nullable String mail,
        @Nullable String webhook,
        @Nullable String language) {

    /** One into which nothing was typed yet. */
    static final ScheduleForm EMPTY = new ScheduleForm(null, null, null, null, null, null, null);

    private static final int LONGEST = 5_000;

    /** One with what a schedule has. */
    static ScheduleForm of(Schedules.Planned planned) {
        Schedule schedule = planned.schedule();
        return new ScheduleForm(
                schedule.name(),
                schedule.every().name(),
                schedule.day().name(),
                schedule.at().toString(),
                String.join("\n", schedule.mail()),
                schedule.webhook() ? "on" : null,
                schedule.language());
    }

    /** Whether something was typed. */
    public boolean begun() {
        return name != null;
    }

    /** The time of day that the field shows. */
    public String time() {
        return at == null ? "07:00" : at;
    }

    /** The name without blanks around it. */
    String called() {
        return name == null ? "" : name.strip();
    }

    /** What was typed, as far as it can be read at all. */
    ScheduleDraft draft() {
        String addresses = mail == null ? "" : mail.substring(0, Math.min(mail.length(), LONGEST));
        List<String> to = Arrays.stream(addresses.split("[\\s,;]+"))
                .filter(address -> !address.isEmpty())
                .toList();
        return new ScheduleDraft(
                word(Rhythm.class, every, Rhythm.DAILY),
                word(DayOfWeek.class, day, DayOfWeek.MONDAY),
                at == null ? "" : at.strip(),
                to,
                webhook != null,
                language == null ? "" : language);
    }

    private static <E extends Enum<E>> E word(Class<E> type, @Nullable String word, E otherwise) {
        return Optional.ofNullable(word)
                .flatMap(given -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(given))
                        .findFirst())
                .orElse(otherwise);
    }
}

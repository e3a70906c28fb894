package dev.quell.reporting.sending;

import dev.quell.reporting.ReportSettings;
import dev.quell.reporting.schedule.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All schedules: those of the settings, which only the settings change, and those that people made. */
@Component
public final class Schedules {

    /** Schedules that people may make. */
    public static final int MOST = 50;

    private final ReportSettings settings;
    private final ScheduleStore store;
    private final Clock clock;

    Schedules(ReportSettings settings, ScheduleStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A schedule.
     *
     * @param fixed whether the settings have it
     * @param since what was due earlier is not made up
     */
    public record Planned(Schedule schedule, boolean fixed, Instant since) {}

    /** What became of a wish. */
    public enum Saved {
        DONE,
        /** The settings have one of this name. */
        FIXED,
        /** There are {@link #MOST} already. */
        FULL
    }

    /** Those of the settings first, by name. One that somebody made under a name that the settings have since is not among them. */
    public List<Planned> all() {
        Stream<Planned> fixed = settings.schedules().entrySet().stream()
                .map(entry -> new Planned(entry.getValue().named(entry.getKey()), true, Instant.EPOCH))
                .sorted((one, other) ->
                        one.schedule().name().compareTo(other.schedule().name()));
        Stream<Planned> made = store.all().stream()
                .filter(kept -> !isFixed(kept.schedule().name()))
                .map(kept -> new Planned(kept.schedule(), false, kept.since()));
        return Stream.concat(fixed, made).toList();
    }

    /** One by name. */
    public Optional<Planned> find(String name) {
        return all().stream()
                .filter(planned -> planned.schedule().name().equals(name))
                .findFirst();
    }

    /** Keeps a schedule, in place of one of the same name. */
    public Saved save(Schedule schedule) {
        if (isFixed(schedule.name())) {
            return Saved.FIXED;
        }
        List<Planned> all = all();
        boolean known =
                all.stream().anyMatch(planned -> planned.schedule().name().equals(schedule.name()));
        if (!known && all.stream().filter(planned -> !planned.fixed()).count() >= MOST) {
            return Saved.FULL;
        }
        store.put(schedule, clock.instant());
        return Saved.DONE;
    }

    /** Whether the settings have one of a name. */
    public boolean isFixed(String name) {
        return settings.schedules().containsKey(name);
    }

    /** Deletes a schedule that somebody made; whether there was one. What it sent stays in the book. */
    public boolean remove(String name) {
        return !isFixed(name) && store.remove(name);
    }
}

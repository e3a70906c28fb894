package dev.quell.reporting.sending;

import dev.quell.reporting.schedule.Schedule;
import java.time.Instant;
import java.util.List;

/** The port to the schedules that people made. Writes are durable when they return. */
public interface ScheduleStore {

    /** All, by name. */
    List<Kept> all();

    /** Keeps a schedule; one of the same name is changed, and keeps since when there is one. */
    void put(Schedule schedule, Instant now);

    /** Deletes a schedule; whether there was one. */
    boolean remove(String name);

    /**
     * A schedule that somebody made.
     *
     * @param since since when there is one of its name: what was due earlier is not made up
     */
    record Kept(Schedule schedule, Instant since) {}
}

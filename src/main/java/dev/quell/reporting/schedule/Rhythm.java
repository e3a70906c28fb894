package dev.quell.reporting.schedule;

/** How often a report is sent. */
public enum Rhythm {
    /** Each day, of the day before. */
    DAILY,
    /** Each week, of the seven days before. */
    WEEKLY
}

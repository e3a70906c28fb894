package dev.quell.reporting;

import dev.quell.report.Tally;
import java.time.LocalDate;

/** The calls of a day. */
public record DayCount(LocalDate day, Tally tally) {}

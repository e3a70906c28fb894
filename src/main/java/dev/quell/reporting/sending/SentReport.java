package dev.quell.reporting.sending;

import dev.quell.reporting.words.ReportText;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A report that a schedule made, as it was sent: its sources are masked.
 *
 * @param id the book's number, 0 before it is kept
 * @param schedule the schedule's name
 * @param first the first day it is about
 * @param last the last day
 * @param madeAt when it was made
 * @param language en or zh
 * @param text the whole report in words
 */
public record SentReport(
        long id, String schedule, LocalDate first, LocalDate last, Instant madeAt, String language, ReportText text) {}

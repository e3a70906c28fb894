package dev.quell.calllog;

import java.time.Instant;

/**
 * A set of rules and settings that verdicts of the log name.
 *
 * @param name as verdicts carry it
 * @param since when it was first in use
 * @param settings all of it as JSON
 */
public record ClassifierVersion(String name, Instant since, String settings) {}

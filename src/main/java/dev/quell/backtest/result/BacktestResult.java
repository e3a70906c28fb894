package dev.quell.backtest.result;

import java.util.Optional;

/**
 * What a backtest found. Nothing in it depends on when or where it ran: the same input and settings give an equal result.
 *
 * @param input what was read
 * @param coverage what such input can tell
 * @param run what the tested settings would have done
 * @param difference against other settings, if there were two
 */
public record BacktestResult(InputFacts input, Coverage coverage, Run run, Optional<Difference> difference) {}

package dev.quell.simulation.play;

import dev.quell.flag.FlagReason;
import java.time.Duration;
import java.util.Optional;

/**
 * A flag that an agent raises in a call.
 *
 * @param after from the call's arrival
 * @param undoneAfter from the call's arrival, empty if the flag stands
 */
public record RaisedFlag(Duration after, String agent, FlagReason reason, Optional<Duration> undoneAfter) {}

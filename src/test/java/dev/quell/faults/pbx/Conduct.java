package dev.quell.faults.pbx;

import java.time.Duration;

/** What a caller and the agents do in a call. */
public sealed interface Conduct {

    /** Waits so long in the site's queue and hangs up. */
    record Waits(Duration time) implements Conduct {}

    /** Says nothing; where the service listens, its dialogue is left out and told as silent to its end. */
    record SaysNothing() implements Conduct {}

    /** Says nothing in a dialogue that the service leads, step by step. */
    record Listens() implements Conduct {}

    /** Is flagged by an agent and ends in the deterrent queue. */
    record IsFlagged(String agent) implements Conduct {}
}

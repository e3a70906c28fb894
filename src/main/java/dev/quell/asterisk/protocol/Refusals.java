package dev.quell.asterisk.protocol;

import dev.quell.call.LogPace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refusals and says each in one log line. A flood is cut to {@value #LINES_PER_SECOND} lines a second; the next line tells how many were left
 * out, and the count is whole.
 */
public final class Refusals {

    static final int LINES_PER_SECOND = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry meters;
    private final LogPace pace;
    private final String metric;
    private final String consequence;

    /**
     * Makes the counters of all reasons.
     *
     * @param metric the counter's name; its tag {@code reason} is {@link Refusal#tag()}
     * @param consequence what a refusal means for a call, one sentence
     */
    public Refusals(MeterRegistry meters, Clock clock, String metric, String consequence) {
        this.meters = meters;
        this.pace = new LogPace(LINES_PER_SECOND, clock);
        this.metric = metric;
        this.consequence = consequence;
        for (Refusal reason : Refusal.values()) {
            meters.counter(metric, "reason", reason.tag());
        }
    }

    /**
     * Notes one refusal. A connection without a request, as balancers and watchers make them to see whether a port is open, is counted and not logged.
     *
     * @param peer the host that it came from
     * @param request what was asked for, a word of ours
     */
    public void note(RefusedException refused, String peer, String request) {
        meters.counter(metric, "reason", refused.reason().tag()).increment();
        if (refused.reason() == Refusal.NO_REQUEST) {
            LOG.debug("A connection from {} was closed without a request.", peer);
            return;
        }
        int unsaid = pace.next();
        if (unsaid != LogPace.LEFT_OUT) {
            LOG.warn(
                    "Refused ({}) {} from {}: {}. {}{}",
                    refused.reason().tag(),
                    request,
                    peer,
                    refused.getMessage(),
                    consequence,
                    unsaid == 0 ? "" : " " + unsaid + " more refusals were not logged.");
        }
    }
}

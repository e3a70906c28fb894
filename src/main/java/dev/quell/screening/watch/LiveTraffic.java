package dev.quell.screening.watch;

import dev.quell.call.CallerNumber;
import dev.quell.call.IncomingCall;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.Traffic;
import dev.quell.traffic.TrafficFact;
import dev.quell.traffic.TrafficSettings;
import dev.quell.traffic.TrafficSiblings;
import dev.quell.traffic.TrafficView;
import dev.quell.traffic.TrafficWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The traffic's watch of the running service. While the log is read at the start an empty watch answers, and what it is told is kept for the one that
 * takes its place; of more than {@value #MOST_KEPT} calls and ends in that time the newest are left out.
 */
@Component
final class LiveTraffic implements Traffic, TrafficView, InitializingBean {

    private static final int MOST_KEPT = 200_000;

    private final TrafficSettings settings;
    private final TrafficReporter reporter;
    private final TrafficSiblings siblings;
    private TrafficWatch watch;
    private @Nullable List<Consumer<TrafficWatch>> kept;

    LiveTraffic(TrafficSettings settings, TrafficReporter reporter, ObjectProvider<TrafficSiblings> siblings) {
        this.settings = settings;
        this.reporter = reporter;
        this.siblings = siblings.getIfAvailable(TrafficSiblings::alone);
        this.watch = TrafficWatch.of(settings, reporter);
    }

    /** From now on what other instances see counts as well. */
    @Override
    public void afterPropertiesSet() {
        siblings.hear(this::note);
    }

    @Override
    public Surroundings arrives(IncomingCall call, boolean stranger) {
        siblings.tell(
                new TrafficFact.Arrived(call.caller(), call.trunk(), call.line().number(), call.arrivedAt(), stranger));
        return arrivesHere(call, stranger);
    }

    private synchronized Surroundings arrivesHere(IncomingCall call, boolean stranger) {
        keep(later -> later.arrives(call, stranger));
        return watch.arrives(call, stranger);
    }

    @Override
    public Surroundings around(IncomingCall call) {
        return watch().around(call);
    }

    @Override
    public boolean excuses(CallerNumber caller, String trunk, String line, Instant at) {
        return watch().excuses(caller, trunk, line, at);
    }

    @Override
    public List<TrafficWatch.TrunkView> trunks() {
        return watch().trunks();
    }

    @Override
    public Map<String, Surroundings.Line> unusualLines() {
        return watch().unusualLines();
    }

    /** The watch that answers now. */
    synchronized TrafficWatch watch() {
        return watch;
    }

    /** Tells the watch something that happened here, and other instances'. */
    void tell(TrafficFact fact) {
        siblings.tell(fact);
        note(fact);
    }

    private synchronized void note(TrafficFact fact) {
        keep(fact::tell);
        fact.tell(watch);
    }

    /** An empty watch that reports nothing until it takes the place of the other; from now on what is told is kept for it. */
    synchronized TrafficWatch prepare() {
        kept = new ArrayList<>();
        return TrafficWatch.of(settings, event -> {
            if (kept == null) {
                reporter.accept(event);
            }
        });
    }

    /** Puts a prepared watch in the place of the other, after telling it what was kept. */
    synchronized void replaceBy(TrafficWatch prepared) {
        if (kept != null) {
            kept.forEach(fact -> fact.accept(prepared));
        }
        kept = null;
        watch = prepared;
    }

    /** Goes on with the watch that answers. */
    synchronized void giveUp() {
        kept = null;
    }

    private void keep(Consumer<TrafficWatch> fact) {
        if (kept != null && kept.size() < MOST_KEPT) {
            kept.add(fact);
        }
    }
}

package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.link.AsteriskLink;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The meters of the manager connections, each with the tag {@code server}. */
final class AmiMetrics implements MeterBinder {

    private final Collection<AsteriskLink> links;

    AmiMetrics(AsteriskLinks links) {
        this.links = links.all();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (AsteriskLink link : links) {
            gauge(
                    registry,
                    link,
                    "quell.ami.connected",
                    "1 while logged in",
                    l -> l.state().connected() ? 1 : 0);
            gauge(registry, link, "quell.ami.whole", "1 while silence can be recognised", l -> whole(l) ? 1 : 0);
            gauge(
                    registry,
                    link,
                    "quell.ami.calls",
                    "Calls in the book",
                    l -> l.book().size());
            gauge(
                    registry,
                    link,
                    "quell.ami.deterrent.waiting",
                    "Callers in the deterrent queue, NaN if not known",
                    AmiMetrics::waiting);
            count(
                    registry,
                    link,
                    "quell.ami.events",
                    "Events accepted",
                    l -> l.queue().accepted());
            count(
                    registry,
                    link,
                    "quell.ami.events.dropped",
                    "Events dropped, the queue was full",
                    l -> l.queue().dropped());
            count(
                    registry,
                    link,
                    "quell.ami.connects",
                    "Logins, all but the first are reconnects",
                    AsteriskLink::connects);
            count(
                    registry,
                    link,
                    "quell.ami.calls.refused",
                    "Calls without room in the book",
                    l -> l.book().refused());
            count(
                    registry,
                    link,
                    "quell.ami.tears",
                    "Times the event stream was torn or forged",
                    l -> l.book().tears());
        }
    }

    private static boolean whole(AsteriskLink link) {
        return link.state().connected() && link.state().trouble().isEmpty();
    }

    private static double waiting(AsteriskLink link) {
        return link.book().deterrent().waiting().stream()
                .asDoubleStream()
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void gauge(
            MeterRegistry registry, AsteriskLink link, String name, String text, ToDoubleFunction<AsteriskLink> value) {
        Gauge.builder(name, link, value)
                .description(text)
                .tag("server", link.server())
                .register(registry);
    }

    private static void count(
            MeterRegistry registry, AsteriskLink link, String name, String text, ToDoubleFunction<AsteriskLink> value) {
        FunctionCounter.builder(name, link, value)
                .description(text)
                .tag("server", link.server())
                .register(registry);
    }
}

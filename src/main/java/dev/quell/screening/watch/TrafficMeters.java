package dev.quell.screening.watch;

import dev.quell.traffic.Surroundings.Line;
import dev.quell.traffic.TrafficWatch;
import dev.quell.traffic.TrafficWatch.TrunkView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Gauges of trunks, and of lines that are not as usual; and, for alarms, how many there are of each, which is there from the start. */
@Component
final class TrafficMeters {

    private final MultiGauge logOdds;
    private final MultiGauge silent;
    private final MultiGauge without;
    private final MultiGauge fault;
    private final MultiGauge noMedia;
    private final MultiGauge flood;
    private final MultiGauge storm;
    private final AtomicInteger trunksSilent = new AtomicInteger();
    private final AtomicInteger trunksWithoutMedia = new AtomicInteger();
    private final AtomicInteger linesFlooded = new AtomicInteger();
    private final AtomicInteger linesInStorm = new AtomicInteger();

    TrafficMeters(MeterRegistry meters) {
        logOdds = gauge("quell.trunk.nuisance.log.odds", meters);
        silent = gauge("quell.trunk.silent.share", meters);
        without = gauge("quell.trunk.no.media.share", meters);
        fault = gauge("quell.trunk.fault", meters);
        noMedia = gauge("quell.trunk.no.media", meters);
        flood = gauge("quell.line.flood", meters);
        storm = gauge("quell.line.storm", meters);
        meters.gauge("quell.trunks.silent", trunksSilent);
        meters.gauge("quell.trunks.without.media", trunksWithoutMedia);
        meters.gauge("quell.lines.flooded", linesFlooded);
        meters.gauge("quell.lines.in.storm", linesInStorm);
    }

    private static MultiGauge gauge(String name, MeterRegistry meters) {
        return MultiGauge.builder(name).register(meters);
    }

    /** Shows how a watch looks now. */
    void show(TrafficWatch watch) {
        List<TrunkView> trunks = watch.trunks();
        trunks(logOdds, trunks, trunk -> trunk.now().nuisanceLogOdds());
        trunks(silent, trunks, trunk -> trunk.now().silentShare());
        trunks(without, trunks, TrunkView::withoutMedia);
        trunks(fault, trunks, trunk -> trunk.now().fault() ? 1 : 0);
        trunks(noMedia, trunks, trunk -> trunk.noMedia() ? 1 : 0);
        Map<String, Line> lines = watch.unusualLines();
        lines(flood, lines, Line::flood);
        lines(storm, lines, Line::storm);
        trunksSilent.set(
                (int) trunks.stream().filter(trunk -> trunk.now().fault()).count());
        trunksWithoutMedia.set((int) trunks.stream().filter(TrunkView::noMedia).count());
        linesFlooded.set((int) lines.values().stream().filter(Line::flood).count());
        linesInStorm.set((int) lines.values().stream().filter(Line::storm).count());
    }

    private static void trunks(MultiGauge gauge, List<TrunkView> trunks, ToDoubleFunction<TrunkView> value) {
        gauge.register(
                trunks.stream()
                        .map(trunk -> Row.of(Tags.of("trunk", trunk.name()), value.applyAsDouble(trunk)))
                        .toList(),
                true);
    }

    private static void lines(MultiGauge gauge, Map<String, Line> lines, Predicate<Line> holds) {
        gauge.register(
                lines.entrySet().stream()
                        .map(line -> Row.of(Tags.of("line", line.getKey()), holds.test(line.getValue()) ? 1 : 0))
                        .toList(),
                true);
    }
}

package dev.quell.console.now;

import dev.quell.console.live.VerdictRate;
import dev.quell.console.live.VerdictRate.Kind;
import dev.quell.console.live.VerdictRate.Minute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Verdicts a minute as stacked bars on a field of {@value #WIDTH} by {@value #HEIGHT}; nothing above the highest minute.
 *
 * @param from when the first minute begins
 * @param most verdicts of the highest minute
 * @param sums verdicts of the hour by kind
 * @param whole whether this instance has run for all of it
 */
record Chart(List<Bar> bars, Instant from, Instant began, int most, Map<Kind, Integer> sums, boolean whole) {
    static final int WIDTH = 600;
    static final int HEIGHT = 100;

    private static final int STEP = WIDTH / VerdictRate.MINUTES;
    private static final int GAP = 1;

    Chart {
        bars = List.copyOf(bars);
        sums = new EnumMap<>(sums);
    }

    /** One kind's part of a bar. */
    record Bar(Kind kind, int x, double y, int width, double height) {}

    static Chart of(VerdictRate rate, Instant now) {
        List<Minute> minutes = rate.last(now);
        int most = minutes.stream().mapToInt(Minute::all).max().orElse(0);
        Map<Kind, Integer> sums = new EnumMap<>(Kind.class);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            double top = HEIGHT;
            for (Kind kind : Kind.values()) {
                int count = minutes.get(i).of(kind);
                sums.merge(kind, count, Integer::sum);
                if (count > 0) {
                    double height = round((double) HEIGHT * count / most);
                    top = round(top - height);
                    bars.add(new Bar(kind, i * STEP + GAP, top, STEP - 2 * GAP, height));
                }
            }
        }
        Instant from = minutes.getFirst().from();
        return new Chart(bars, from, rate.began(), most, sums, !rate.began().isAfter(from));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Verdicts of the hour. */
    public int all() {
        return sums.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Verdicts of the hour of one kind, by its name. */
    public int sum(String kind) {
        return sums.getOrDefault(Kind.valueOf(kind), 0);
    }

    /** All kinds. */
    public List<Kind> kinds() {
        return List.of(Kind.values());
    }
}

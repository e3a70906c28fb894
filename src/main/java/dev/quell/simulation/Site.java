package dev.quell.simulation;

import dev.quell.call.Line;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The call centre that is called: its lines and trunks, and the base rates of its callers. */
public enum Site {
    /**
     * A company's service lines. No trustworthy rate of nuisance is published for commercial centres, 1–5 % is what is planned with: 3 %.
     * Silent by a fault or an accident: 2 %, our assumption, as UK 999 sends a quarter of 20,000 silent calls a day to a prompt and nobody counts ours.
     */
    COMMERCIAL(Profile.STANDARD, 0.03, 0.02),
    /**
     * A 110 or 120 line. Nuisance 14.8 % (Hefei 110, 2015); silent 25 % (Beijing 120, one week of 2010, 38,628 calls), of which what the
     * nuisance callers do not make is accident: 16 %.
     */
    EMERGENCY(Profile.PROTECTED, 0.148, 0.16);

    private static final List<String> NAMES = List.of("service", "sales", "billing", "technical", "claims", "returns");
    private static final Map<String, Double> TRUNKS = Map.of("carrier-a", 0.5, "carrier-b", 0.35, "carrier-c", 0.15);

    private final Profile profile;
    private final double nuisance;
    private final double mishaps;

    Site(Profile profile, double nuisance, double mishaps) {
        this.profile = profile;
        this.nuisance = nuisance;
        this.mishaps = mishaps;
    }

    /** Share of nuisance among all calls, about. */
    public double nuisance() {
        return nuisance;
    }

    /** Share of good calls in which nothing is heard by a fault or an accident. */
    public double mishaps() {
        return mishaps;
    }

    /** The lines that are always there. */
    public List<Line> lines() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> line(NAMES.get(i), 1 + i))
                .toList();
    }

    /** A line of its own for what happens on one line only, so that nothing else is on it but what is put there. */
    public Line line(String name, int number) {
        return new Line(
                String.format(Locale.ROOT, "+8621505000%02d", number),
                name,
                profile,
                ListenPolicy.SUSPECTS,
                BlockedPolicy.DETER);
    }

    /** The trunks in order. */
    public List<String> trunks() {
        return TRUNKS.keySet().stream().sorted().toList();
    }

    /** The share of ordinary calls that come over a trunk. */
    public double share(String trunk) {
        return TRUNKS.getOrDefault(trunk, 0.0);
    }
}

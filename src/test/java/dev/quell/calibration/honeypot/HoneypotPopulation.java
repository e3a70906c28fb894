package dev.quell.calibration.honeypot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Made-up honeypot callers. A file says how many callers of each label called how many numbers how often, in ranges; within a range they are drawn evenly by
 * the logarithm, and the busiest are changed a little until all calls together are as many as the records have.
 */
final class HoneypotPopulation {

    private static final int CALLS = 137_363;
    private static final int BUSY = 50;

    private final SplittableRandom random;
    private final List<HoneypotCaller> callers = new ArrayList<>();

    private HoneypotPopulation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<HoneypotCaller> of(String shape, long seed) {
        HoneypotPopulation population = new HoneypotPopulation(seed);
        lines(shape).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("label"))
                .forEach(population::cell);
        population.adjust();
        return population.callers;
    }

    private static List<String> lines(String shape) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HoneypotPopulation.class.getResourceAsStream("/honeypot/" + shape + ".csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(String line) {
        List<String> fields = Arrays.asList(line.split(",", -1));
        boolean nuisance = fields.get(0).equals("nuisance");
        int[] range = fields.stream().skip(1).mapToInt(Integer::parseInt).toArray();
        for (int i = 0; i < range[4]; i++) {
            int lines = between(range[0], Math.min(range[1], range[3]));
            callers.add(new HoneypotCaller(nuisance, lines, between(Math.max(range[2], lines), range[3])));
        }
    }

    private int between(int from, int to) {
        double drawn = Math.exp(Math.log(from) + random.nextDouble() * Math.log((to + 1.0) / from));
        return Math.min(to, (int) drawn);
    }

    private void adjust() {
        int over = callers.stream().mapToInt(HoneypotCaller::calls).sum() - CALLS;
        while (over != 0) {
            int at = random.nextInt(callers.size());
            HoneypotCaller caller = callers.get(at);
            int change = -Integer.signum(over) * Math.min(Math.abs(over), Math.max(1, caller.calls() / 100));
            int calls = caller.calls() + change;
            if (caller.calls() >= BUSY && calls >= Math.max(BUSY, caller.lines())) {
                callers.set(at, new HoneypotCaller(caller.nuisance(), caller.lines(), calls));
                over += change;
            }
        }
    }
}

package dev.quell.doctor.service;

import java.util.OptionalDouble;

/**
 * A page in Prometheus' text form.
 *
 * @param page as it came
 */
record Metrics(String page) {

    /** The sum over all series of a metric whose labels hold some text; empty if there is none. */
    OptionalDouble sum(String name, String label) {
        double[] found = page.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(Metrics::value)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double sum = 0;
        for (double value : found) {
            sum += value;
        }
        return found.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private static double value(String line) {
        try {
            return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

package dev.quell.classifier.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Steps of a count, each with its weight at the catalogue's own scale; the highest is the catalogue's weight.
 *
 * @param steps rising in count and points
 */
public record Tiers(List<Step> steps) {

    /** From this count on, so many points. */
    public record Step(int from, double points) {}

    public Tiers {
        steps = List.copyOf(steps);
    }

    /** The first step; {@link #then} adds the others. */
    public static Tiers from(int count, double points) {
        return new Tiers(List.of(new Step(count, points)));
    }

    /** The same with a further step, higher than the last. */
    public Tiers then(int count, double points) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(count, points));
        return new Tiers(more);
    }

    /** The share of the highest step's points that a count reaches; empty under the first step. */
    public OptionalDouble share(int count) {
        double top = steps.getLast().points();
        return steps.reversed().stream()
                .filter(step -> count >= step.from())
                .mapToDouble(step -> step.points() / top)
                .findFirst();
    }
}

package dev.quell.backtest.measure;

import dev.quell.backtest.measure.Roc.Point;
import java.util.ArrayList;
import java.util.List;

/** Fewer points for a plot: a point stays if it lies a step away from the last that stayed. The first and the last always stay. */
final class Thinning {

    private Thinning() {}

    /**
     * Points whose steps add up to at most two, so that about {@code most} stay.
     *
     * @param points along a curve within the unit square
     * @param most at least 2
     */
    static List<Point> of(List<Point> points, int most) {
        if (points.size() <= most) {
            return List.copyOf(points);
        }
        double step = 2.0 / most;
        List<Point> kept = new ArrayList<>();
        Point last = points.getFirst();
        kept.add(last);
        for (Point point : points.subList(1, points.size() - 1)) {
            if (Math.abs(point.x() - last.x()) + Math.abs(point.y() - last.y()) >= step) {
                kept.add(point);
                last = point;
            }
        }
        kept.add(points.getLast());
        return List.copyOf(kept);
    }
}

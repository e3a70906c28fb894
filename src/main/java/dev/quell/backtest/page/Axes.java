package dev.quell.backtest.page;

import java.util.List;
import java.util.Locale;

/** A drawing area with two axes from 0 to 1, in SVG; what is drawn names a class of the style sheet. */
final class Axes {

    static final int WIDTH = 360;
    static final int HEIGHT = 280;

    private static final int LEFT = 64;
    private static final int RIGHT = 22;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;

    private final Html svg = new Html();

    /** An empty plot; {@code id} is unique on the page, {@code meaning} says in words what is to be seen. */
    Axes(String id, String title, String meaning, String across, String up) {
        svg.raw("<figure><figcaption>")
                .text(title)
                .raw("</figcaption>\n<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT)
                .raw("\" role=\"img\" aria-labelledby=\"" + id + "-t " + id + "-d\">\n")
                .element("title id=\"" + id + "-t\"", title)
                .element("desc id=\"" + id + "-d\"", meaning);
        svg.element(at("text class=\"axis\" text-anchor=\"middle\"", x(0.5), HEIGHT - 6), across);
        svg.element(
                "text class=\"axis\" text-anchor=\"middle\" transform=\"translate(12 " + number(y(0.5))
                        + ") rotate(-90)\"",
                up);
    }

    /** Marks on the axis below. */
    Axes across(List<Mark> marks) {
        for (Mark mark : marks) {
            line("grid", mark.place(), 0, mark.place(), 1);
            svg.element(
                    at("text class=\"tick\" text-anchor=\"middle\"", x(mark.place()), HEIGHT - BOTTOM + 16),
                    mark.words());
        }
        return this;
    }

    /** Marks on the axis to the left. */
    Axes up(List<Mark> marks) {
        for (Mark mark : marks) {
            line("grid", 0, mark.place(), 1, mark.place());
            svg.element(at("text class=\"tick\" text-anchor=\"end\"", LEFT - 6, y(mark.place()) + 4), mark.words());
        }
        return this;
    }

    /** A straight line. */
    Axes line(String style, double x1, double y1, double x2, double y2) {
        svg.raw("<line class=\"" + style + "\" x1=\"" + number(x(x1)) + "\" y1=\"" + number(y(y1)) + "\" x2=\""
                + number(x(x2)) + "\" y2=\"" + number(y(y2)) + "\"/>\n");
        return this;
    }

    /** A line through points. */
    Axes path(String style, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.isEmpty() ? "" : " ")
                    .append(number(x(point[0])))
                    .append(',')
                    .append(number(y(point[1])));
        }
        svg.raw("<polyline class=\"" + style + "\" points=\"" + path + "\"/>\n");
        return this;
    }

    /** A box; what it means is shown when it is pointed at. */
    Axes box(String style, double x1, double y1, double x2, double y2, String meaning) {
        svg.raw("<rect class=\"" + style + "\" x=\"" + number(x(x1)) + "\" y=\"" + number(y(y2)) + "\" width=\""
                        + number(x(x2) - x(x1)) + "\" height=\"" + number(y(y1) - y(y2)) + "\">")
                .element("title", meaning)
                .raw("</rect>\n");
        return this;
    }

    /** A dot of a size; what it means is shown when it is pointed at. */
    Axes dot(String style, double x, double y, double size, String meaning) {
        svg.raw("<circle class=\"" + style + "\" cx=\"" + number(x(x)) + "\" cy=\"" + number(y(y)) + "\" r=\""
                        + number(size) + "\">")
                .element("title", meaning)
                .raw("</circle>\n");
        return this;
    }

    /** The plot, with a legend of classes and words below it. */
    String closed(List<Mark> legend) {
        svg.raw("</svg>\n");
        if (!legend.isEmpty()) {
            svg.raw("<p class=\"legend\">");
            legend.forEach(entry -> svg.raw("<span class=\"key " + entry.style() + "\"></span> ")
                    .text(entry.words())
                    .raw(" "));
            svg.raw("</p>\n");
        }
        return svg.raw("</figure>\n").toString();
    }

    /** Marks at 0, 0.2, … 1. */
    static List<Mark> unit() {
        return List.of(
                new Mark(0, "0"),
                new Mark(0.2, "0.2"),
                new Mark(0.4, "0.4"),
                new Mark(0.6, "0.6"),
                new Mark(0.8, "0.8"),
                new Mark(1, "1"));
    }

    private static String at(String tag, double x, double y) {
        return tag + " x=\"" + number(x) + "\" y=\"" + number(y) + "\"";
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /**
     * A mark on an axis or an entry of a legend.
     *
     * @param place on the axis, 0 to 1
     */
    record Mark(double place, String words, String style) {
        Mark(double place, String words) {
            this(place, words, "");
        }

        static Mark key(String style, String words) {
            return new Mark(0, words, style);
        }
    }
}

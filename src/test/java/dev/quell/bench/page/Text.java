package dev.quell.bench.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Figures in words. */
public final class Text {

    private Text() {}

    /** A text with its figures filled in, the same in every locale. */
    public static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A whole number with its thousands parted. */
    public static String number(double value) {
        return of("%,d", Math.round(value));
    }

    /** A time in the unit that suits it, three digits at most before the point. */
    public static String time(Duration time) {
        double nanos = time.toNanos();
        if (nanos < 1e3) {
            return of("%.0f ns", nanos);
        }
        if (nanos < 1e6) {
            return of("%.1f µs", nanos / 1e3);
        }
        return nanos < 1e9 ? of("%.2f ms", nanos / 1e6) : of("%.2f s", nanos / 1e9);
    }

    /** Bytes in the unit that suits them. */
    public static String bytes(double bytes) {
        if (bytes < 10_000) {
            return of("%.0f B", bytes);
        }
        return bytes < 1e9 ? of("%.1f MB", bytes / 1e6) : of("%.2f GB", bytes / 1e9);
    }

    /** A row of a table. */
    public static String row(Object... cells) {
        return "| "
                + String.join(
                        " | ", List.of(cells).stream().map(String::valueOf).toList()) + " |";
    }

    /** The line under a table's head. */
    public static String rule(int columns) {
        return "|" + "---|".repeat(columns);
    }

    /** Tells how far the run has come. */
    public static void progress(String format, Object... values) {
        System.out.println(of(format, values));
        System.out.flush();
    }
}

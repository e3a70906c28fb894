package dev.quell.backtest.page;

import dev.quell.backtest.measure.Confusion.Share;
import dev.quell.call.Wilson.Interval;
import java.util.Locale;

/** Numbers for people. What cannot be told is a dash. */
final class Figures {

    static final String NONE = "–";

    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A share as per cent, small ones with two significant digits. */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : digits(share * 100) + " %";
    }

    /** A share with its 95 % interval: {@code 12.5 % (3.1–36)}. */
    static String percent(Share share) {
        return share.of() == 0 ? NONE : percent(share.value()) + " " + range(share.interval(), 100);
    }

    /** A share of 100,000 with its 95 % interval. */
    static String per100k(Share share) {
        return share.of() == 0 ? NONE : digits(share.per100k()) + " " + range(share.interval(), 100_000);
    }

    /** A number from 0 to 1 with four decimals. */
    static String ratio(double ratio) {
        return Double.isNaN(ratio) ? NONE : String.format(Locale.ROOT, "%.4f", ratio);
    }

    /** A number that may have halves: {@code 4}, {@code 4.5}. */
    static String place(double place) {
        return Double.isNaN(place) ? NONE : digits(place);
    }

    private static String range(Interval interval, double scale) {
        return "(" + digits(interval.lower() * scale) + "–" + digits(interval.upper() * scale) + ")";
    }

    private static String digits(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) || size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        if (size >= 100) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        if (size >= 10) {
            return String.format(Locale.ROOT, "%.1f", number);
        }
        int decimals = size >= 1 ? 1 : Math.min(6, 1 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}

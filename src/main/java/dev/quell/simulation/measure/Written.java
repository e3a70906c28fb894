package dev.quell.simulation.measure;

import dev.quell.backtest.measure.Confusion.Share;
import java.util.Locale;

/** Figures as they are written in tables. */
public final class Written {

    private Written() {}

    /** A share as a percentage with as many places as it needs. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = share * 100;
        int places = percent == 0 || percent >= 99.95 ? 0 : percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + places + "f %%", percent);
    }

    /** A share and what it was counted from. */
    public static String share(Share share) {
        return percent(share.value()) + " (" + share.part() + ")";
    }

    /** A share with Wilson's interval at 95 %. */
    public static String interval(Share share) {
        if (share.of() == 0) {
            return "–";
        }
        return "%s [%s, %s]"
                .formatted(
                        percent(share.value()),
                        percent(share.interval().lower()),
                        percent(share.interval().upper()));
    }

    /** The ordinal of a call; never, if it is infinite. */
    public static String call(double ordinal) {
        return Double.isNaN(ordinal)
                ? "–"
                : Double.isInfinite(ordinal) ? "never" : String.format(Locale.ROOT, "%.0f", ordinal);
    }
}

package dev.quell.reporting.words;

import dev.quell.call.Wilson;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The texts of one language. */
record Words(MessageSource texts, Locale locale) {

    private static final int HUNDRED = 100;

    /** Values stand as they are, without grouping. */
    String say(String key, Object... values) {
        Object[] written = new Object[values.length];
        for (int each = 0; each < values.length; each++) {
            written[each] = String.valueOf(values[each]);
        }
        return texts.getMessage(key, written, locale);
    }

    /** A share of 0 to 1. */
    String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * HUNDRED);
    }

    /** A share, and where it lies. */
    String share(double share, Wilson.Interval interval) {
        return percent(share) + " (" + percent(interval.lower()) + " – " + percent(interval.upper()) + ")";
    }
}

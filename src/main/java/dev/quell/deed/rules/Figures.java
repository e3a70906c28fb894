package dev.quell.deed.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Weights and probabilities as fields hold them: at most four places, no trailing noughts but two places at least. */
public final class Figures {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,2}(?:\\.[0-9]{0,4})?");
    private static final int MOST = 4;

    private Figures() {}

    /** As a field holds it. */
    public static String show(double value) {
        BigDecimal plain =
                BigDecimal.valueOf(value).setScale(MOST, RoundingMode.HALF_UP).stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain).toPlainString();
    }

    /** The number that a field holds; a true minus sign and a comma count too. */
    public static Optional<Double> read(String text) {
        String plain = text.strip().replace('\u2212', '-').replace(',', '.');
        return NUMBER.matcher(plain).matches() ? Optional.of(Double.valueOf(plain)) : Optional.empty();
    }

    /** Whether two are the same to four places. */
    public static boolean same(double one, double other) {
        return Math.abs(one - other) < 0.000_05;
    }
}

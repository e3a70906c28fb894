package dev.quell.evidence.chain;

import java.math.BigDecimal;

/** How a fraction is written in canonical JSON: as ECMAScript does. */
public final class EcmaNumber {

    private static final double LARGE = 1e21;
    private static final double SMALL = 1e-6;

    private EcmaNumber() {}

    /**
     * The number in its shortest form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        if (number == 0) {
            return "0";
        }
        double size = Math.abs(number);
        String text = Double.toString(number);
        if (size >= 1e-3 && size < 1e7) {
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
        return size >= SMALL && size < LARGE ? exact.toPlainString() : exponent(exact);
    }

    private static String exponent(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}

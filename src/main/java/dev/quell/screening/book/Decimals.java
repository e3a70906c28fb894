package dev.quell.screening.book;

/** Decimal fractions for log lines, half rounded away from zero. Written out: each call's line has a dozen of them. */
final class Decimals {

    private static final long LARGEST = 1_000_000_000_000L;

    private Decimals() {}

    /** With one digit after the point. */
    static String one(double value) {
        return fixed(value, 10);
    }

    /** With two digits after the point. */
    static String two(double value) {
        return fixed(value, 100);
    }

    /** With its sign and two digits after the point; zero is {@code +0.00}. */
    static String signed(double value) {
        return fixed(value, 100).startsWith("-") ? two(value) : "+" + two(value);
    }

    private static String fixed(double value, int unit) {
        if (!(Math.abs(value) < LARGEST)) {
            return Double.toString(value);
        }
        long parts = Math.round(Math.abs(value) * unit);
        String fraction = Long.toString(unit + parts % unit).substring(1);
        return (value < 0 && parts > 0 ? "-" : "") + parts / unit + '.' + fraction;
    }
}

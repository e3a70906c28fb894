package dev.quell.flag.trust;

/**
 * How often one agent's flags held. An agent's flags on one number are one opinion, however many they are.
 *
 * <p>The weight is the mean of a Beta distribution whose prior is worth five flags, nine in ten of which held. The prior's mean and all above it count
 * whole; a mean of one in four, about what an agent who flags at random would reach, and all below it count nothing; between them the weight is linear.
 * So a new agent counts whole, one failure leaves 0.77, three leave 0.48, and thirteen with nothing that held leave 0.
 *
 * @param held opinions that others or the number's later calls bore out
 * @param failed opinions that were taken back by somebody else or that a good talk with another agent spoke against
 * @param open opinions of which nothing is known yet
 */
public record FlagTrust(int held, int failed, int open) {

    /** An agent who has never flagged. */
    public static final FlagTrust NEW = new FlagTrust(0, 0, 0);

    private static final double PRIOR_HELD = 4.5;
    private static final double PRIOR_FAILED = 0.5;
    private static final double WHOLE = PRIOR_HELD / (PRIOR_HELD + PRIOR_FAILED);
    private static final double NOTHING = 0.25;

    public FlagTrust {
        if (held < 0 || failed < 0 || open < 0) {
            throw new IllegalArgumentException("opinions are counted from 0");
        }
    }

    /** How much a flag of this agent counts, 0 to 1. */
    public double weight() {
        double mean = (PRIOR_HELD + held) / (PRIOR_HELD + held + PRIOR_FAILED + failed);
        return Math.clamp((mean - NOTHING) / (WHOLE - NOTHING), 0, 1);
    }

    FlagTrust plus(Fate fate, int count) {
        return switch (fate) {
            case HELD -> new FlagTrust(held + count, failed, open);
            case FAILED -> new FlagTrust(held, failed + count, open);
            case OPEN -> new FlagTrust(held, failed, open + count);
        };
    }
}

package dev.quell.simulation.play;

/**
 * The agents who answer a line.
 *
 * @param first the extension of the first agent
 * @param agents how many there are, in a row
 * @param hasty how many of them, from the first, flag calls out of hand
 * @param hastyFlags the probability that one of those flags a call
 */
public record Desk(int first, int agents, int hasty, double hastyFlags) {

    /** Of the flags raised by mistake so many are taken back within minutes, our assumption. */
    static final double TAKEN_BACK = 0.3;

    /** Agents who flag what they should. */
    public static Desk of(int first, int agents) {
        return new Desk(first, agents, 0, 0);
    }

    /** One of them by chance. */
    int pick(Dice dice) {
        return dice.between(0, agents - 1);
    }

    /** The interface of one of them. */
    String name(int agent) {
        return "PJSIP/" + (first + agent);
    }

    /** The probability that this agent flags a call that others flag with another. */
    double flags(int agent, double usual) {
        return agent < hasty ? Math.max(hastyFlags, usual) : usual;
    }
}

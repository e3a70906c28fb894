package dev.quell.history;

import java.util.List;

/**
 * By whom a caller was flagged, and not for silence: that proves no ill will however many agents met it, and the calls' outcomes tell it already.
 *
 * @param agents different agents
 * @param weight how much their flags count: of each agent the one that counts most, all together
 */
public record FlaggedBy(int agents, double weight) {

    /** By nobody. */
    public static final FlaggedBy NOBODY = new FlaggedBy(0, 0);

    private static final String SILENCE = "silent";

    static FlaggedBy of(List<PastFlag> flags) {
        if (flags.isEmpty()) {
            return NOBODY;
        }
        int agents = 0;
        double weight = 0;
        for (int i = 0; i < flags.size(); i++) {
            if (isBestOfAgent(i, flags)) {
                agents++;
                weight += flags.get(i).weight();
            }
        }
        return new FlaggedBy(agents, weight);
    }

    /** Of two of one agent that count the same it is the newer one. */
    private static boolean isBestOfAgent(int index, List<PastFlag> flags) {
        PastFlag flag = flags.get(index);
        if (!counts(flag)) {
            return false;
        }
        for (int i = 0; i < flags.size(); i++) {
            PastFlag other = flags.get(i);
            boolean better = other.weight() > flag.weight() || (other.weight() == flag.weight() && i > index);
            if (better && counts(other) && other.agent().equals(flag.agent())) {
                return false;
            }
        }
        return true;
    }

    static boolean counts(PastFlag flag) {
        return !flag.reason().equals(SILENCE);
    }
}

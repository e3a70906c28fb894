package dev.quell.classifier.whatif;

import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.classifier.Family;
import dev.quell.classifier.Standard;
import dev.quell.classifier.Symbol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds symbols up and decides as the classifier does, from what the log keeps: with symbols taken away or put in. */
final class Decider {

    private static final String EMERGENCY = "EMERGENCY_CALL";
    private static final String ALLOWED = "ALLOW_LISTED";
    private static final String BLOCKED = "BLOCK_LISTED";
    private static final String FLOOD = "FLOOD";
    private static final String CUSTOMER = "KNOWN_CUSTOMER";
    private static final String TICKET = "OPEN_TICKET";

    private final Standard standard;
    private final Circumstances circumstances;
    private final boolean deterrentFree;

    Decider(Standard standard, Circumstances circumstances, boolean deterrentFree) {
        this.standard = standard;
        this.circumstances = circumstances;
        this.deterrentFree = deterrentFree;
    }

    /** The sum of prior and evidence in natural-log odds, before it is calibrated. */
    double sum(List<Symbol> symbols) {
        double[] counted = counted(symbols);
        double sum = standard.priorLogOdds();
        for (double each : counted) {
            sum += each;
        }
        return sum;
    }

    /** The probability of a nuisance. */
    double probability(List<Symbol> symbols) {
        double odds =
                standard.calibration().intercept() + standard.calibration().slope() * sum(symbols);
        return 1 / (1 + Math.exp(-odds));
    }

    /** The sum at which a probability is reached. */
    double sumAt(double probability) {
        double odds = Math.log(probability / (1 - probability));
        return (odds - standard.calibration().intercept())
                / standard.calibration().slope();
    }

    /** The families that speak for a nuisance. */
    Set<Family> accusing(List<Symbol> symbols) {
        double[] counted = counted(symbols);
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] >= standard.accuses()) {
                families.add(symbols.get(i).family());
            }
        }
        return families;
    }

    /** Whether the evidence speaks for silence, which is listened to and never met harder. */
    boolean silence(List<Symbol> symbols) {
        double[] counted = counted(symbols);
        List<Symbol> anew = new ArrayList<>();
        for (int i = 0; i < counted.length; i++) {
            Symbol symbol = symbols.get(i);
            anew.add(new Symbol(symbol.name(), symbol.family(), symbol.weight(), counted[i], symbol.seen()));
        }
        return standard.suspected(anew) == CallClass.SILENT;
    }

    /** What the score alone asks for. */
    Action scored(List<Symbol> symbols) {
        double probability = probability(symbols);
        Thresholds thresholds = standard.thresholds();
        if (probability >= thresholds.tag() && silence(symbols)) {
            return Action.LISTEN;
        }
        if (probability >= thresholds.deter() && accusing(symbols).size() > 1) {
            return Action.DETER;
        }
        if (probability >= thresholds.challenge()) {
            return Action.CHALLENGE;
        }
        return probability >= thresholds.tag() ? Action.TAG : Action.PASS;
    }

    Action action(List<Symbol> symbols) {
        return action(symbols, scored(symbols));
    }

    /** What is done if the score asks for an action and all else is as it is. */
    Action action(List<Symbol> symbols, Action scored) {
        if (has(symbols, EMERGENCY) || has(symbols, ALLOWED)) {
            return Action.PASS;
        }
        boolean customer = has(symbols, CUSTOMER) || has(symbols, TICKET);
        Action hardest = Action.PASS;
        if (has(symbols, BLOCKED)) {
            Action blocked = circumstances.blocked() == BlockedPolicy.REJECT ? Action.REJECT : Action.DETER;
            hardest = limited(customer ? Action.TAG : blocked);
        }
        Set<String> muted = muted(symbols);
        for (Symbol symbol : symbols) {
            Action asked = standard.counted().get(symbol.name());
            if (asked != null && !muted.contains(symbol.name())) {
                hardest = harder(hardest, limited(customer ? milder(asked, Action.LISTEN) : asked));
            }
        }
        boolean noRoom = scored == Action.DETER && (!deterrentFree || has(symbols, FLOOD));
        Action byScore = noRoom ? Action.CHALLENGE : scored;
        return harder(hardest, limited(customer ? milder(byScore, Action.LISTEN) : byScore));
    }

    private Action limited(Action action) {
        if (action == Action.LISTEN) {
            return circumstances.listen() == ListenPolicy.NEVER ? Action.TAG : action;
        }
        return circumstances.profile() == Profile.PROTECTED && action.diverts() ? Action.TAG : action;
    }

    private static Action harder(Action a, Action b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Action milder(Action a, Action b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** What of each symbol's weight counts: muted nothing, of a family's positive weights the largest whole. */
    private double[] counted(List<Symbol> symbols) {
        Set<String> muted = muted(symbols);
        double[] counted = new double[symbols.size()];
        Map<Family, Integer> largest = new EnumMap<>(Family.class);
        for (int i = 0; i < counted.length; i++) {
            Symbol symbol = symbols.get(i);
            counted[i] = muted.contains(symbol.name()) ? 0 : symbol.weight();
            Integer most = largest.get(symbol.family());
            if (most == null || counted[i] > counted[most]) {
                largest.put(symbol.family(), i);
            }
        }
        for (int i = 0; i < counted.length; i++) {
            Integer most = largest.get(symbols.get(i).family());
            boolean whole = counted[i] <= 0 || (most != null && most == i);
            counted[i] = whole ? counted[i] : counted[i] * standard.damping();
        }
        return counted;
    }

    private Set<String> muted(List<Symbol> symbols) {
        Set<String> muted = Set.of();
        for (Symbol symbol : symbols) {
            Set<String> mutes = standard.mutes().get(symbol.name());
            if (mutes != null) {
                muted = new HashSet<>(muted);
                muted.addAll(mutes);
            }
        }
        return muted;
    }

    /** A verdict has few symbols: a walk is quicker than a set. */
    private static boolean has(List<Symbol> symbols, String name) {
        for (Symbol symbol : symbols) {
            if (symbol.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

package dev.quell.simulation.measure;

import dev.quell.flag.FlagReason;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.simulation.stage.Identity;
import java.util.EnumSet;
import java.util.Set;

/** What one caller met, call by call. */
final class CallerTrace {

    private final Identity identity;
    private final StringBuilder letters = new StringBuilder();
    private final Set<Met> met = EnumSet.noneOf(Met.class);
    private int flagged = Integer.MAX_VALUE;

    CallerTrace(Identity identity) {
        this.identity = identity;
    }

    /** A call that is over; calls of one caller may overlap and end in another order than they began. */
    void add(FinishedCall call, Met what) {
        while (letters.length() < call.ordinal()) {
            letters.append('?');
        }
        letters.setCharAt(call.ordinal() - 1, what.letter());
        met.add(what);
        boolean abuse = call.course()
                .flag()
                .filter(flag -> flag.reason() != FlagReason.SILENT)
                .filter(flag -> flag.undoneAfter().isEmpty())
                .isPresent();
        flagged = abuse ? Math.min(flagged, call.ordinal()) : flagged;
    }

    /** Whether an agent flagged one of the first calls, and not for silence only; the flag stands. */
    boolean flaggedWithin(int calls) {
        return flagged <= calls;
    }

    Identity identity() {
        return identity;
    }

    int calls() {
        return letters.length();
    }

    boolean met(Met what) {
        return met.contains(what);
    }

    /** Which call first met one of these letters, 1 for the first; infinite if none did. */
    double first(String wanted) {
        for (int i = 0; i < letters.length(); i++) {
            if (wanted.indexOf(letters.charAt(i)) >= 0) {
                return i + 1.0;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** P, T, C, L, D or B for each call in order of arrival. */
    String letters() {
        return letters.toString();
    }
}

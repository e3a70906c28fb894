package dev.quell.cli;

import dev.quell.call.Printable;
import dev.quell.evidence.ChainFindings;
import java.io.PrintWriter;
import java.util.Locale;

/** What a look at the chain found, and what there is to choose, in words for a person in a shell. */
final class ChainWords {

    private static final int LONGEST = 400;

    private ChainWords() {}

    /** What was found. */
    static void found(ChainFindings found, PrintWriter out) {
        if (found.endGone() > 0) {
            out.printf(
                    Locale.ROOT,
                    "GONE     block %d, which the key's file has as the chain's end: the database ends with block %d. It is so when an older copy of it was put in"
                            + " place, and when somebody cut it off.%n",
                    found.endGone(),
                    found.report().last());
        }
        if (found.unsigned().calls() > 0) {
            out.printf(
                    Locale.ROOT,
                    "UNSIGNED %d calls between %s and %s were written by a version that does not sign, or while nothing was signed.%n",
                    found.unsigned().calls(),
                    found.unsigned().first(),
                    found.unsigned().last());
        }
        if (!found.harmless()) {
            out.printf(
                    Locale.ROOT,
                    "CHANGED  rows were changed or are missing: %d faults that no older copy leaves.%n",
                    found.changed());
        }
        found.report().faults().forEach(fault -> out.println("         " + Printable.of(fault, LONGEST)));
        if (found.report().holds()) {
            out.println("The chain is as the key's file says; nothing has to be chosen.");
        }
    }

    /** What to do about it. */
    static void choices(ChainFindings found, PrintWriter out) {
        if (found.report().holds()) {
            return;
        }
        if (found.harmless()) {
            out.println(
                    "CHOOSE   if an older copy was put in place (a downgrade), or calls were taken in while nothing could be signed: quell chain accept --reason ...");
            out.println(
                    "         if nobody did that, somebody cut the log off: keep the database, and restore a copy.");
        } else {
            out.println("CHOOSE   keep the database as it is and look who could write it; restore a copy.");
            out.println(
                    "         To go on with it as it is: quell chain accept --changed --reason ... (quell verify goes on naming the faults), or");
            out.println(
                    "         quell chain begin --reason ... (another chain begins, what the former one proved is proved no more).");
        }
    }
}

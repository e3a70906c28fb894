package dev.quell.storage.evidence.check;

import dev.quell.call.Printable;
import dev.quell.evidence.ChainReport;
import java.util.ArrayList;
import java.util.List;

/** What a look found: faults, and things that a reader should know of. */
final class Faults {

    private final List<String> faults = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> unproved = new ArrayList<>();
    private long faulty;
    private long explained;

    /** Something does not hold. */
    void add(String sentence) {
        if (faults.size() < ChainReport.MOST) {
            faults.add(sentence);
        }
        faulty++;
    }

    /** Something does not hold that an older copy of the database, or a version that does not sign, leaves as well. */
    void explained(String sentence) {
        add(sentence);
        explained++;
    }

    /** How many of the faults need not be anybody's doing. */
    long explained() {
        return explained;
    }

    /** Something holds, and may yet surprise. */
    void tell(String sentence) {
        if (notices.size() < ChainReport.MOST) {
            notices.add(sentence);
        }
    }

    /** Something could not be compared with anything. */
    void unproved(String sentence) {
        unproved.add(sentence);
    }

    /** What could not be compared. */
    List<String> unproved() {
        return List.copyOf(unproved);
    }

    /** The first of them. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The first of them. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /** How many faults there are. */
    long faulty() {
        return faulty;
    }

    static String shortened(String text) {
        return Printable.of(text, 100);
    }
}

package dev.quell.evidence;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at a whole chain found.
 *
 * @param chain which one
 * @param blocks how many blocks were looked at
 * @param facts how many facts' rows were hashed anew
 * @param unchained how many calls are from before the chain
 * @param removed how many facts retention removed
 * @param head the hash of the last block; empty if there is none
 * @param last the number of the last block; 0 if there is none
 * @param signed the number of the last block that is signed; 0 if none is
 * @param keys fingerprints of the keys that signed
 * @param unproved what could not be compared with anything, a sentence each
 * @param notices what holds and should be known, a sentence each; the first {@value #MOST}
 * @param faults what does not hold, a sentence each; the first {@value #MOST}
 * @param faulty how many faults there are
 */
public record ChainReport(
        String chain,
        long blocks,
        long facts,
        long unchained,
        long removed,
        String head,
        long last,
        long signed,
        List<String> keys,
        List<String> unproved,
        List<String> notices,
        List<String> faults,
        long faulty) {

    /** How many faults are told. */
    public static final int MOST = 50;

    public ChainReport {
        keys = List.copyOf(keys);
        unproved = List.copyOf(unproved);
        notices = List.copyOf(notices);
        faults = List.copyOf(faults);
    }

    /** The same with a fault that makes the rest of it worth nothing, told first. */
    public ChainReport but(String fault) {
        List<String> told =
                Stream.concat(Stream.of(fault), faults.stream()).limit(MOST).toList();
        return new ChainReport(
                chain,
                blocks,
                facts,
                unchained,
                removed,
                head,
                last,
                signed,
                keys,
                unproved,
                notices,
                told,
                faulty + 1);
    }

    /** Whether nothing was found that does not hold. */
    public boolean holds() {
        return faulty == 0;
    }

    /** Whether all holds, and all of it could be compared: nobody without the key's file can have made it otherwise. */
    public boolean proves() {
        return holds() && unproved.isEmpty();
    }
}

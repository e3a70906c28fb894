package dev.quell.evidence.chain;

/**
 * What a block of the chain says in public: nothing in it tells who called.
 *
 * @param chain of which chain, 32 hexadecimal digits; each instance has one
 * @param number from 1, without gaps
 * @param at when it was made, epoch milliseconds
 * @param previous the hash of the block before; 64 zeros for the first
 * @param back the hash of the block whose number is this one's without its lowest bit, so that a way through the chain is short; empty if it is not kept
 * @param count how many facts it holds, 1 or more
 * @param facts the hash of the list of facts: a salt, then a line each, {@code V}, {@code E} or {@code N} for a note, when the call arrived, the call's id
 * @param root the Merkle root over the facts' leaves
 * @param journal up to which record of the journal was taken in with it; never falls along the chain
 */
public record BlockHead(
        String chain,
        long number,
        long at,
        String previous,
        String back,
        int count,
        String facts,
        String root,
        long journal) {

    /** What stands before the first block. */
    public static final String NOTHING = "0".repeat(64);

    /** Where no block is. */
    public static final BlockHead NONE = new BlockHead("", 0, 0, NOTHING, "", 0, "", "", 0);

    /** The head in canonical JSON (RFC 8785). */
    public String line() {
        return "{\"at\":" + at + ",\"back\":\"" + back + "\",\"chain\":\"" + chain + "\",\"count\":" + count
                + ",\"facts\":\"" + facts + "\",\"journal\":" + journal + ",\"number\":" + number + ",\"previous\":\""
                + previous + "\",\"root\":\"" + root + "\"}";
    }

    /** The block's hash: that of its line. */
    public String hash() {
        return Hashes.hex(Hashes.of(line()));
    }

    /** The number of the block that {@link #back} names; 0 for none. */
    public static long backOf(long number) {
        return number & (number - 1);
    }
}

package dev.quell.storage.redis.notices;

import dev.quell.storage.memory.NearCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the notices of each part were heard, beside the versions that Redis shows. A notice takes another way than the answer to a question, so either may
 * come first: a version counts as missed if its notice is not there when Redis is asked the next time.
 */
final class Versions {

    private static final long UNKNOWN = -1;

    private final long[] heard = new long[NearCache.PARTS];
    private final long[] heardBefore = new long[NearCache.PARTS];
    private final long[] seenBefore = new long[NearCache.PARTS];

    Versions() {
        Arrays.fill(heard, UNKNOWN);
        Arrays.fill(heardBefore, UNKNOWN);
        Arrays.fill(seenBefore, UNKNOWN);
    }

    /** A notice was heard; whether one before it was not. */
    synchronized boolean hear(int part, long version) {
        boolean missed = heard[part] != UNKNOWN && version > heard[part] + 1;
        heard[part] = Math.max(heard[part], version);
        return missed;
    }

    /**
     * Redis shows its versions.
     *
     * @param back whether a connection was lost, so that nothing on its way counts
     * @return the parts of which notices were missed
     */
    synchronized List<Integer> see(List<Long> versions, boolean back) {
        List<Integer> missed = new ArrayList<>();
        for (int part = 0; part < heard.length; part++) {
            long shown = versions.get(part);
            boolean lost = back ? shown != heard[part] : seenBefore[part] > heard[part] || shown < heardBefore[part];
            if (lost) {
                missed.add(part);
                heard[part] = shown;
            }
            seenBefore[part] = shown;
            heardBefore[part] = heard[part];
        }
        return missed;
    }
}

package dev.quell.traffic.trunk;

import dev.quell.traffic.number.CallerKey;
import dev.quell.traffic.number.Slots;

/** How many calls of a caller over a trunk have counted today, so that one harasser does not colour a trunk. {@value #CALLERS} at most. */
public final class CountedToday {

    private static final int CALLERS = 1 << 16;

    private final Slots slots = new Slots(CALLERS);
    private final byte[] heard = new byte[CALLERS];
    private final byte[] nuisances = new byte[CALLERS];
    private final boolean[] flagged = new boolean[CALLERS];
    private final int perDay;

    /** @param perDay calls of one caller that count a day, 1 to 100 */
    public CountedToday(int perDay) {
        this.perDay = perDay;
    }

    /** A caller's place on a trunk and a day. */
    private int place(long caller, int trunk, int day) {
        long key = CallerKey.mix(caller) ^ CallerKey.mix(((long) day << 32) | trunk);
        int slot = slots.take(key == 0 ? 1 : key, day);
        if (slot < 0) {
            slot = ~slot;
            heard[slot] = 0;
            nuisances[slot] = 0;
            flagged[slot] = false;
        }
        return slot;
    }

    /** Counts a heard call in a trunk's and the site's share, unless enough of the caller's have counted. A flag before it counts as its nuisance. */
    void heard(long caller, TrunkState trunk, DailyShare site, boolean nuisance, int day) {
        int place = place(caller, trunk.serial(), day);
        if (heard[place] < perDay) {
            heard[place]++;
            boolean counts = nuisance && !flagged[place] && nuisances[place] < perDay;
            nuisances[place] += (byte) (counts ? 1 : 0);
            trunk.share().add(day, 1, counts ? 1 : 0);
            site.add(day, 1, counts ? 1 : 0);
        }
        flagged[place] = false;
    }

    /** Counts an agent's flag, or takes one back. */
    void flagged(long caller, TrunkState trunk, DailyShare site, boolean stands, int day) {
        int place = place(caller, trunk.serial(), day);
        boolean counts = stands ? nuisances[place] < perDay : nuisances[place] > 0;
        flagged[place] = stands;
        if (counts) {
            int one = stands ? 1 : -1;
            nuisances[place] += (byte) one;
            trunk.share().add(day, 0, one);
            site.add(day, 0, one);
        }
    }
}

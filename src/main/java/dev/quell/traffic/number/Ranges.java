package dev.quell.traffic.number;

import dev.quell.traffic.Surroundings.Range;
import java.util.Arrays;

/**
 * Which numbers of a hundred were a nuisance in the last 7 days; a number that speaks is none. {@value #HUNDREDS} hundreds at most, about 1.7 MB; the
 * one longest without a nuisance gives way.
 */
public final class Ranges {

    private static final int HUNDREDS = 8192;
    private static final int PLACES = 100;
    private static final int TEN = 10;
    private static final int DAYS = 7;

    private final Slots slots = new Slots(HUNDREDS);
    private final short[] days = new short[HUNDREDS * PLACES];

    /**
     * A number was a nuisance.
     *
     * @param day serial number of the day, 1 to 32767
     */
    public void nuisance(long key, int day) {
        if (CallerKey.hasRange(key)) {
            int slot = slots.take(CallerKey.range(key), day);
            if (slot < 0) {
                slot = ~slot;
                Arrays.fill(days, slot * PLACES, (slot + 1) * PLACES, (short) 0);
            }
            days[slot * PLACES + CallerKey.place(key)] = (short) day;
        }
    }

    /** A number's caller has spoken: it is none of the nuisances. */
    public void spoke(long key) {
        if (CallerKey.hasRange(key)) {
            int slot = slots.find(CallerKey.range(key));
            if (slot >= 0) {
                days[slot * PLACES + CallerKey.place(key)] = 0;
            }
        }
    }

    /** The hundred numbers around one, the number itself among them. */
    public Range around(long key, int day) {
        int slot = CallerKey.hasRange(key) ? slots.find(CallerKey.range(key)) : -1;
        return slot < 0 ? Range.EMPTY : count(slot * PLACES, day);
    }

    private Range count(int first, int day) {
        int nuisances = 0;
        int tens = 0;
        for (int ten = 0; ten < PLACES; ten += TEN) {
            int before = nuisances;
            for (int i = first + ten; i < first + ten + TEN; i++) {
                if (days[i] != 0 && days[i] > day - DAYS) {
                    nuisances++;
                }
            }
            tens += nuisances > before ? 1 : 0;
        }
        return nuisances == 0 ? Range.EMPTY : new Range(nuisances, tens);
    }
}

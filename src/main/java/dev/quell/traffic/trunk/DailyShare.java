package dev.quell.traffic.trunk;

/** Nuisances among heard calls over {@value #DAYS} days. */
public final class DailyShare {

    private static final int DAYS = 30;
    private static final double LEAST_PSEUDO_NUISANCES = 5;

    private final int[] heard = new int[DAYS];
    private final int[] nuisances = new int[DAYS];
    private int today;
    private long allHeard;
    private long allNuisances;

    /**
     * Counts calls of a day.
     *
     * @param day serial number of the day; one that is over counts for the newest
     */
    public void add(int day, int moreHeard, int moreNuisances) {
        advance(day);
        heard[today % DAYS] += moreHeard;
        nuisances[today % DAYS] += moreNuisances;
        allHeard += moreHeard;
        allNuisances += moreNuisances;
    }

    /** Forgets the days that are too long ago. */
    public void advance(int day) {
        if (day - today >= DAYS) {
            today = day - DAYS;
        }
        while (today < day) {
            today++;
            allHeard -= heard[today % DAYS];
            allNuisances -= nuisances[today % DAYS];
            heard[today % DAYS] = 0;
            nuisances[today % DAYS] = 0;
        }
    }

    /**
     * How much likelier than elsewhere a call is a nuisance, natural-log odds, -1 to 1. A share is drawn toward the site's by so many calls at the site's
     * rate that they hold {@value #LEAST_PSEUDO_NUISANCES} nuisances at least.
     *
     * @param site the same of all trunks together
     */
    double logOdds(DailyShare site, int pseudoCalls) {
        double rate = site.allHeard <= 0 ? 0 : (double) site.allNuisances / (double) site.allHeard;
        if (rate <= 0 || rate >= 1) {
            return 0;
        }
        double pseudo = Math.max(pseudoCalls, LEAST_PSEUDO_NUISANCES / rate);
        double own = Math.clamp(((double) allNuisances + pseudo * rate) / ((double) allHeard + pseudo), 1e-6, 1 - 1e-6);
        return Math.clamp(logit(own) - logit(rate), -1, 1);
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}

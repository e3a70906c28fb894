package dev.quell.simulation.scenario.bad;

import dev.quell.call.Attestation;
import dev.quell.simulation.Scenario;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Identity;
import dev.quell.simulation.stage.Person;

/** Harassers at a human pace: how often each calls follows Zipf's law, 60 % of the calls are silent. */
public final class Harassers implements Scenario {

    /** What part of the site's nuisance they make; the rest is machines. Our assumption. */
    private static final double PART = 0.6;

    /** Calls of one good caller in the run, see {@code Customers}. */
    private static final double CALLS_A_CALLER = 1.6;

    /** The first of them calls this often in a fortnight, if the run is so long: the worst caller of a Chinese 110 line
     * made over 10,000 in a year, which is 385. */
    private static final int MOST = 385;

    /** How many of 100 are attested A, how many have a fingerprint of their own; the rest could be anybody. Our assumption. */
    private static final double[] IDENTITY = {25, 30, 45};

    /** How much of what each kind does is silent, and how many of 100 are of it: 60 % of all calls. */
    private static final double[] SILENT = {0.95, 0.60, 0.13};

    private static final double[] KINDS = {40, 30, 30};

    @Override
    public String name() {
        return "harassers";
    }

    @Override
    public String what() {
        return "Zipf, 60 % silent, in sessions; agents flag part of their calls";
    }

    @Override
    public void stage(Cast cast) {
        double calls = cast.callers() * CALLS_A_CALLER * cast.site().nuisance() * PART;
        int left = (int) calls;
        double first = Math.min(MOST, calls / 5);
        for (int rank = 1; left > 0; rank++) {
            int his = (int) Math.min(left, Math.max(1, Math.round(first / rank)));
            left -= his;
            Person person = person(cast, rank);
            double silent = SILENT[cast.dice().weighted(KINDS)];
            new Harasser(cast, person, silent, cast.anyLine()).calls(his);
        }
    }

    private static Person person(Cast cast, int rank) {
        Handset handset = cast.handsets().unsigned(cast.dice());
        return switch (cast.dice().weighted(IDENTITY)) {
            case 0 -> cast.traceable(Identity.ATTESTED, handset.signed(Attestation.A));
            case 1 ->
                cast.traceable(
                        Identity.FINGERPRINT, handset.with(cast.handsets().rare("h" + rank)));
            default -> cast.nuisance(cast.handsets().dubious(cast.dice()).signed(Attestation.NONE));
        };
    }
}

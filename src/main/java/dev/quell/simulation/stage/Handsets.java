package dev.quell.simulation.stage;

import dev.quell.call.Attestation;
import dev.quell.call.Fingerprint;
import dev.quell.simulation.Site;
import dev.quell.simulation.play.Dice;
import java.util.List;
import java.util.Optional;

/** Gives callers their handsets. */
public final class Handsets {

    /** 35–47 % of calls arrive signed (TransNexus 2023–24); the middle. */
    private static final double SIGNED = 0.41;

    /** How good callers' signatures are spread over A, B and C: our assumption; none is published. */
    private static final double[] GOOD_SIGNATURES = {0.65, 0.25, 0.10};

    /** B-signed calls are 4.4 times as likely to be robocalls as unsigned ones (TransNexus 2023–24); A and C are our assumption. */
    private static final double[] BAD_SIGNATURES = {0.15, 0.60, 0.25};

    /**
     * What is seen of a caller's equipment is the carrier's gateway: four of them on each trunk, our assumption. Two are under the 20 % from which a
     * fingerprint is too common to identify anybody, to the disadvantage of the good callers behind them.
     */
    private static final double[] GATEWAYS = {0.45, 0.28, 0.15, 0.12};

    private final Site site;
    private final Numbers numbers;

    Handsets(Site site, Numbers numbers) {
        this.site = site;
        this.numbers = numbers;
    }

    /** An ordinary telephone with a number of its own. */
    public Handset ordinary(Dice dice) {
        return handset(dice, dice.chance(SIGNED) ? signature(GOOD_SIGNATURES, dice) : Attestation.NONE);
    }

    /** What a nuisance uses: behind the same gateways, worse signed. */
    public Handset dubious(Dice dice) {
        return handset(dice, dice.chance(SIGNED) ? signature(BAD_SIGNATURES, dice) : Attestation.NONE);
    }

    /** An ordinary telephone, not signed. */
    public Handset unsigned(Dice dice) {
        return handset(dice, Attestation.NONE);
    }

    /** A fingerprint that nobody else has. */
    public Fingerprint rare(String name) {
        return new Fingerprint("pbx." + name + ".example", "Softphone-" + name, "PCMA");
    }

    private Handset handset(Dice dice, Attestation attestation) {
        List<String> trunks = site.trunks();
        String trunk = trunks.get(
                dice.weighted(trunks.stream().mapToDouble(site::share).toArray()));
        int gateway = dice.weighted(GATEWAYS);
        Fingerprint fingerprint = new Fingerprint(trunk + ".example", "Gateway-" + gateway, "PCMA");
        return new Handset(numbers.next(), trunk, attestation, fingerprint, Optional.empty(), false);
    }

    private static Attestation signature(double[] shares, Dice dice) {
        return List.of(Attestation.A, Attestation.B, Attestation.C).get(dice.weighted(shares));
    }
}

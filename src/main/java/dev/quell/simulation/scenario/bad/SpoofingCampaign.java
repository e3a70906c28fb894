package dev.quell.simulation.scenario.bad;

import dev.quell.simulation.Scenario;
import dev.quell.simulation.play.Manner;
import dev.quell.simulation.play.Sound;
import dev.quell.simulation.stage.Cast;
import dev.quell.simulation.stage.Person;
import dev.quell.simulation.stage.Reaction;
import java.time.Duration;
import java.time.Instant;

/** A campaign that shows a new number with every call. */
public final class SpoofingCampaign implements Scenario {

    private static final int CALLS = 600;

    /** Practically no audio in 62 % of unsolicited calls (Prasad et al., USENIX Security 2020). */
    private static final double NO_AUDIO = 0.62;

    @Override
    public String name() {
        return "spoofing-campaign";
    }

    @Override
    public String what() {
        return "a new number each call; 62 % without audio, the rest recordings";
    }

    @Override
    public void stage(Cast cast) {
        for (int i = 0; i < CALLS; i++) {
            Person person = cast.nuisance(cast.handsets().dubious(cast.dice()));
            Instant at = cast.rhythm().usual(cast.dice());
            boolean silent = cast.dice().chance(NO_AUDIO);
            Manner manner = silent
                    ? Manner.silent(cast.dice().seconds(3, 30))
                    : Manner.silent(Duration.ofSeconds(40))
                            .sounding(Sound.PLAYBACK)
                            .flaggedBy(0.2);
            cast.stage().call(at, person, cast.anyLine(), cast.desk(), manner, Reaction.NONE);
        }
    }
}

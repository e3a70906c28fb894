package dev.quell.simulation.stage;

import dev.quell.simulation.play.Dice;

/**
 * Whoever calls: the truth about a caller, whatever number is shown.
 *
 * @param id unique in a run: the scenario and a number
 * @param scenario the scenario's name
 * @param nuisance whether the caller's calls are a nuisance
 * @param traceable whether the number can be held against the caller: attested A, or a fingerprint of its own that stays
 * @param handset what is shown to the network
 * @param dice the caller's own chance
 */
public record Person(String id, String scenario, boolean nuisance, boolean traceable, Handset handset, Dice dice) {

    /** The same with another handset. */
    public Person with(Handset other) {
        return new Person(id, scenario, nuisance, traceable, other, dice);
    }
}

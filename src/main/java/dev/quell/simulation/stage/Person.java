package dev.quell.simulation.stage;

import dev.quell.simulation.play.Dice;

/**
 * Whoever calls: the truth about a caller, whatever number is shown.
 *
 * @param id unique in a run: the scenario and a number
 * @param scenario the scenario's name
 * @param nuisance whether the caller's calls are a nuisance
 * @param identity what ties a nuisance to its number; of a good caller nobody asks, {@link Identity#NONE}
 * @param handset what is shown to the network
 * @param dice the caller's own chance
 */
public record Person(String id, String scenario, boolean nuisance, Identity identity, Handset handset, Dice dice) {

    /** The same with another handset. */
    public Person with(Handset other) {
        return new Person(id, scenario, nuisance, identity, other, dice);
    }
}

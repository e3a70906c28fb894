package dev.quell.simulation.stage;

import dev.quell.call.Line;
import dev.quell.simulation.Site;
import dev.quell.simulation.play.Desk;
import dev.quell.simulation.play.Dice;

/** What one scenario needs to put its callers on the stage. */
public final class Cast {

    private static final int FIRST_EXTENSION = 1001;
    private static final int AGENTS = 60;

    private final String scenario;
    private final Stage stage;
    private final Site site;
    private final Handsets handsets;
    private final Dice dice;
    private final int callers;
    private int people;

    /**
     * The cast of a scenario.
     *
     * @param callers how many good callers the run has
     */
    public Cast(String scenario, Stage stage, Site site, Handsets handsets, Dice dice, int callers) {
        this.scenario = scenario;
        this.stage = stage;
        this.site = site;
        this.handsets = handsets;
        this.dice = dice;
        this.callers = callers;
    }

    /** Where the calls go. */
    public Stage stage() {
        return stage;
    }

    /** When people call. */
    public Rhythm rhythm() {
        return stage.rhythm();
    }

    /** The call centre. */
    public Site site() {
        return site;
    }

    /** The telephones. */
    public Handsets handsets() {
        return handsets;
    }

    /** The scenario's own chance. */
    public Dice dice() {
        return dice;
    }

    /** How many good callers the run has. */
    public int callers() {
        return callers;
    }

    /** One of the site's lines. */
    public Line anyLine() {
        return dice.oneOf(site.lines());
    }

    /** The agents of the site's lines. */
    public Desk desk() {
        return Desk.of(FIRST_EXTENSION, AGENTS);
    }

    /** A good caller with an ordinary telephone. */
    public Person good() {
        return good(handsets.ordinary(dice));
    }

    /** A good caller. */
    public Person good(Handset handset) {
        return person(false, Identity.NONE, handset);
    }

    /** A nuisance whose number anybody could show. */
    public Person nuisance(Handset handset) {
        return person(true, Identity.NONE, handset);
    }

    /** A nuisance whose number can be held against it. */
    public Person traceable(Identity identity, Handset handset) {
        return person(true, identity, handset);
    }

    private Person person(boolean nuisance, Identity identity, Handset handset) {
        people++;
        return new Person(scenario + "-" + people, scenario, nuisance, identity, handset, dice.split());
    }
}

package dev.quell.doctor.finding;

import java.util.ArrayList;
import java.util.List;

/** Takes down what a check finds. */
public final class Findings {

    private final List<Finding> all = new ArrayList<>();
    private String check = "";

    /** Names what is looked at from now on. */
    public Findings at(String name) {
        check = name;
        return this;
    }

    public void ok(String found) {
        all.add(new Finding(check, Level.OK, found, ""));
    }

    /** It could not be looked at; says why, and how it can be. */
    public void skipped(String why, String todo) {
        all.add(new Finding(check, Level.SKIPPED, why, todo));
    }

    public void warn(String found, String todo) {
        all.add(new Finding(check, Level.WARN, found, todo));
    }

    public void fault(String found, String todo) {
        all.add(new Finding(check, Level.FAULT, found, todo));
    }

    /** All so far, in order. */
    public List<Finding> all() {
        return List.copyOf(all);
    }
}

package dev.quell.simulation.measure;

/**
 * Something that must hold, beside what was measured.
 *
 * @param name short and unique
 * @param wanted what must hold
 * @param found what was measured
 */
public record Goal(String name, String wanted, String found, boolean met) {}

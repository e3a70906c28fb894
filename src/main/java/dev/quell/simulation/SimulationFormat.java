package dev.quell.simulation;

/** How the result of a run is written. */
public enum SimulationFormat {
    TEXT,
    MARKDOWN,
    JSON
}

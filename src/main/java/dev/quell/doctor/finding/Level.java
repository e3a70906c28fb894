package dev.quell.doctor.finding;

/** How well a thing stands, best first. */
public enum Level {
    /** As it should be. */
    OK,
    /** It could not be looked at from here. */
    SKIPPED,
    /** Calls are screened; something is missing, or soon will be. */
    WARN,
    /** Calls pass unscreened, or what is promised does not hold. */
    FAULT
}

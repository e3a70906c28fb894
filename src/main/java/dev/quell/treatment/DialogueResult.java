package dev.quell.treatment;

/** How a dialogue with a caller ended. */
public enum DialogueResult {
    /** A key was pressed: a person. */
    RESCUED_KEY,
    /** Somebody spoke. */
    RESCUED_SPEECH,
    /** Sound that never paused: undecided, goes on at normal priority. */
    NOISE,
    /** The caller could not be listened to; passes. */
    NOT_HEARD,
    /** The challenge's time is over; passes. */
    PASSED,
    /** Not one packet came: a technical fault, never held against the caller. */
    NO_MEDIA,
    /** Silent to the end. Never on a protected line. */
    RELEASE
}

package dev.quell.web.problem;

/**
 * How much of a body is read.
 *
 * @param key the setting that says so
 */
record BodyLimit(long bytes, String key) {

    /** What is told to who sends more. */
    String words() {
        return "At most " + bytes + " bytes are read (" + key + ").";
    }
}

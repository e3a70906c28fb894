package dev.quell.evidence.pack;

/**
 * What a pack would hold if it were made now.
 *
 * @param calls how many calls
 * @param most how many a pack may hold; {@code calls} is one more if there are too many
 * @param flags how many agents' flags
 * @param entries how many list entries, ended ones too
 * @param recorded whether the site keeps recordings
 * @param recordings how many of the calls that were looked at have one
 * @param looked of how many calls, the oldest, recordings were looked for
 */
public record PackPreview(int calls, int most, int flags, int entries, boolean recorded, int recordings, int looked) {

    /** Whether there are more calls than a pack may hold. */
    public boolean tooMany() {
        return calls > most;
    }

    /** Whether recordings were looked for of some calls only. */
    public boolean partly() {
        return looked < Math.min(calls, most);
    }
}

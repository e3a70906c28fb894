package dev.quell.call;

/**
 * The number that was called and how its callers are handled.
 *
 * @param number what was called, as the dialplan names it
 * @param name the name of the settings that apply to it, for example {@code default}
 * @param profile how carefully its callers are handled
 * @param listen when a caller is listened to before an agent is
 * @param blocked what a caller on the block list meets
 */
public record Line(String number, String name, Profile profile, ListenPolicy listen, BlockedPolicy blocked) {

    /** When a caller is listened to. */
    public enum ListenPolicy {
        /** Those with silent calls behind them. */
        SUSPECTS,
        /** Everybody. */
        ALWAYS,
        /** Nobody. */
        NEVER
    }

    /** What a caller on the block list meets. */
    public enum BlockedPolicy {
        /** The deterrent queue. */
        DETER,
        /** A refusal before answer, SIP 608 (RFC 8688). */
        REJECT
    }

    /** A standard line without settings of its own. */
    public static Line standard(String number) {
        return new Line(number, "default", Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER);
    }
}

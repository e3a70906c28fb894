package dev.quell.flag;

import dev.quell.call.CallerNumber;
import dev.quell.call.SaidFor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which flags are wanted, newest first.
 *
 * @param from raised then or later
 * @param to raised before
 * @param agent the agent's interface, whole; also where a program said it
 * @param caller only flags on this caller
 * @param start only flags on callers whose public numbers begin so, {@code +} and 1 to 14 digits
 * @param standing whether only those that stand, or only those that were taken back; empty: both
 * @param after only flags that come after this place
 * @param limit how many at most, 1 or more
 */
public record FlagQuery(
        Instant from,
        Instant to,
        Optional<String> agent,
        Optional<FlagReason> reason,
        Optional<CallerNumber> caller,
        Optional<String> start,
        Optional<Boolean> standing,
        Optional<Place> after,
        int limit) {

    /** The order of pages. */
    public static final Comparator<Flag> NEWEST_FIRST =
            Comparator.comparing(Flag::at).thenComparingLong(Flag::id).reversed();

    /** Where a flag stands among the others: by when it was raised, then by number, both falling. */
    public record Place(Instant at, long id) {

        /** The place of a flag. */
        public static Place of(Flag flag) {
            return new Place(flag.at(), flag.id());
        }
    }

    /** The flags that stand against a caller. */
    public static FlagQuery standingOn(CallerNumber caller, int limit) {
        return new FlagQuery(
                Instant.EPOCH,
                Instant.ofEpochMilli(Long.MAX_VALUE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(caller),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                limit);
    }

    public FlagQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one flag must be wanted");
        }
    }

    /** Whether a flag is among the wanted, apart from the limit. */
    public boolean wants(Flag flag) {
        return !flag.at().isBefore(from)
                && flag.at().isBefore(to)
                && agent.map(wanted ->
                                flag.agent().equals(wanted) || flag.agent().endsWith(SaidFor.end(wanted)))
                        .orElse(true)
                && reason.map(flag.reason()::equals).orElse(true)
                && caller.map(flag.caller()::equals).orElse(true)
                && start.map(begin ->
                                flag.caller() instanceof CallerNumber.E164(String number) && number.startsWith(begin))
                        .orElse(true)
                && standing.map(wanted -> wanted == flag.undoneAt().isEmpty()).orElse(true)
                && after.map(place -> comesAfter(flag, place)).orElse(true);
    }

    private static boolean comesAfter(Flag flag, Place place) {
        int order = flag.at().compareTo(place.at());
        return order < 0 || (order == 0 && flag.id() < place.id());
    }
}

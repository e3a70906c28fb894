package dev.quell.security.masking;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Callers' numbers as whoever makes this request may see them: whole with {@link Right#UNMASK}, else masked, apart from those that the session shows whole for
 * a reason. Nobody signed in sees any whole. Short numbers belong to the telephone system or to services, and are never masked.
 */
public final class Masking {

    /**
     * Numbers in a text: with a plus; or 9 digits and more that are no part of an id or a fraction; or as many in groups, as people write them. Case numbers have
     * eight, days with their year, too.
     */
    private static final Pattern NUMBERS = Pattern.compile(
            "\\+[0-9]{7,15}|(?<![\\w.:/+-])\\+?[0-9]{2,5}(?:[ -][0-9]{2,5}){1,4}(?![\\w:-])|(?<![\\w.:/+-])[0-9]{9,20}(?!\\w)");

    private static final int FEWEST = 9;
    private static final int PREFIX = 3;

    private Masking() {}

    /** Whether numbers are seen whole. */
    public static boolean whole() {
        return CurrentPerson.find().filter(person -> person.may(Right.UNMASK)).isPresent();
    }

    /** A number as it may be seen; otherwise in the form of the number's own text. */
    public static String show(CallerNumber caller) {
        return switch (caller) {
            case E164(String number) -> whole() || Revealed.here(number) ? number : Mask.of(number);
            case Internal number -> number.toString();
            case Invalid(String digits) -> "invalid:" + text(digits);
            case Withheld number -> number.toString();
        };
    }

    /** A text with each number in it as it may be seen. */
    public static String text(String text) {
        return whole() ? text : NUMBERS.matcher(text).replaceAll(Masking::shown);
    }

    private static String shown(MatchResult found) {
        String written = found.group();
        String number = written.replaceAll("[ -]", "");
        boolean few = !number.startsWith("+") && number.length() < FEWEST;
        return Matcher.quoteReplacement(few || Revealed.here(number) ? written : Mask.of(number));
    }

    /**
     * Whether all numbers that begin so may be asked for: by ever longer beginnings a masked number could be guessed digit by digit.
     *
     * @param start {@code +} and digits
     */
    public static boolean mayAsk(String start) {
        return start.length() <= Mask.country(start) + PREFIX || whole();
    }

    /** A number in an address: its key, or where it is masked a text that only this process can read again. */
    public static String key(CallerNumber caller) {
        return whole() || caller instanceof Internal || caller instanceof Withheld
                ? caller.key()
                : Sealed.of(caller.key());
    }

    /** The number that {@link #key} wrote, before the last restart if it was masked; empty if it wrote no such text. */
    public static Optional<CallerNumber> caller(String key) {
        try {
            Optional<String> text = key.startsWith(Sealed.BEGIN) ? Sealed.open(key) : Optional.of(key);
            return text.map(CallerNumber::ofKey);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

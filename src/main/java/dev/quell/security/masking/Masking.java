package dev.quell.security.masking;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Right;
import java.util.Optional;

/**
 * Callers' numbers as whoever makes this request may see them: whole with {@link Right#UNMASK}, else masked, apart from those that the session shows whole for
 * a reason. Nobody signed in sees any whole. Short numbers belong to the telephone system or to services, and are never masked.
 */
public final class Masking {

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

    /** A number masked, whoever asks: for what leaves to people who are not signed in. */
    public static String hide(String number) {
        return Mask.of(number);
    }

    /** A text with each number in it as it may be seen, however it is written; what is no number stays. */
    public static String text(String text) {
        return whole()
                ? text
                : WrittenNumbers.replaced(text, number -> Revealed.here(number) ? number : Mask.of(number));
    }

    /**
     * Whether all numbers that begin so may be asked for: by ever longer beginnings a masked number could be guessed digit by digit.
     *
     * @param start {@code +} and digits
     */
    public static boolean mayAsk(String start) {
        return start.length() <= Mask.country(start) + Mask.asked(start) || whole();
    }

    /** A number in an address: its key, or where it is masked a text that only this process can read again. */
    public static String key(CallerNumber caller) {
        return whole() || caller instanceof Internal || caller instanceof Withheld
                ? caller.key()
                : Sealed.of(caller.key());
    }

    /** Whether a text in an address is one that {@link #key} sealed, so that whoever sends it was given it and has not guessed. */
    static boolean isSealed(String key) {
        return key.startsWith(Sealed.BEGIN);
    }

    /** The number in a text that {@link #key} sealed; empty if it sealed no such text since the last restart. */
    public static Optional<CallerNumber> sealed(String key) {
        return Optional.of(key).filter(Masking::isSealed).flatMap(Masking::caller);
    }

    /** The number that {@link #key} wrote, before the last restart if it was masked; empty if it wrote no such text. */
    public static Optional<CallerNumber> caller(String key) {
        try {
            Optional<String> text = isSealed(key) ? Sealed.open(key) : Optional.of(key);
            return text.map(CallerNumber::ofKey);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

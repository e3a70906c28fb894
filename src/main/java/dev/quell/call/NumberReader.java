package dev.quell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.NumberParseException.ErrorType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads what a network or a caller shows as the calling number. Takes any text, of any length, and never throws. A number counts as public if its
 * length is possible: tables of allocated ranges lag behind the networks.
 */
@Component
public final class NumberReader {

    /** What phones and gateways write in place of a number that is kept back. */
    private static final Set<String> WITHHELD_WORDS = Set.of(
            "anonymous", "unavailable", "restricted", "withheld", "private", "unknown", "asserted-unknown", "blocked");

    /** Nothing that is a number is longer; it keeps the work the same for hostile lengths. */
    private static final int LONGEST_READ = 100;

    private static final int LONGEST_KEPT = 20;
    private static final Pattern SEPARATORS = Pattern.compile("[ ()./-]");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");
    private static final Pattern BEGINNING = Pattern.compile("\\+[1-9][0-9]{0,13}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{2,6}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;
    private final MobileNumbers mobiles;

    public NumberReader(CallSettings settings) {
        this.region = settings.region();
        this.mobiles = new MobileNumbers(settings.region());
    }

    /**
     * Reads a caller's number.
     *
     * @param raw the number as it was shown, unfiltered
     * @param presentation Asterisk's {@code CALLERID(num-pres)}; one that begins with {@code prohib}, or {@code unavailable}, means withheld whatever the
     *     number says
     */
    public CallerNumber read(String raw, String presentation) {
        String shown = presentation.toLowerCase(Locale.ROOT);
        return shown.startsWith("prohib") || shown.equals("unavailable") ? new Withheld() : read(raw);
    }

    /** Reads a number that carries no presentation, for example one from an identity header or from a person. */
    public CallerNumber read(String raw) {
        Optional<String> mobile = mobiles.read(raw);
        if (mobile.isPresent()) {
            return new E164(mobile.get());
        }
        String text = raw.strip();
        if (text.length() > LONGEST_READ) {
            return invalid(text);
        }
        if (text.isEmpty() || WITHHELD_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return new Withheld();
        }
        String compact = SEPARATORS.matcher(text).replaceAll("");
        if (!DIGITS.matcher(compact).matches()) {
            return invalid(compact);
        }
        return SHORT.matcher(compact).matches() ? new Internal(compact) : readPublic(compact);
    }

    private CallerNumber readPublic(String compact) {
        String dialled = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        try {
            String e164 = e164(dialled);
            // What reads otherwise a second time hides a carrier's code in itself; nobody could be found under it.
            boolean lasting =
                    e164.equals(dialled) || (!e164.isEmpty() && e164(e164).equals(e164));
            return lasting ? new E164(e164) : invalid(compact);
        } catch (NumberParseException impossible) {
            return invalid(compact);
        }
    }

    /** The E.164 form; empty if the length is impossible. */
    private String e164(String dialled) throws NumberParseException {
        PhoneNumber number = numbers.parse(dialled, region);
        String e164 = numbers.format(number, PhoneNumberFormat.E164);
        boolean possible = numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
        return possible && e164.length() >= 5 && e164.length() <= 16 ? e164 : "";
    }

    /**
     * How public numbers begin that somebody asks for, in E.164 form: {@code 138} and {@code 0138} are {@code +86138} in China. A + or 00 is followed by a
     * country's code; without them the region's own code may stand there, as in {@code 86138}, or a national number begins.
     *
     * @return {@code +} and 1 to 14 digits; empty if no number begins so
     */
    public Optional<String> readBeginning(String raw) {
        String compact = SEPARATORS.matcher(raw.strip()).replaceAll("");
        if (!DIGITS.matcher(compact).matches()) {
            return Optional.empty();
        }
        String digits = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        return Optional.of(digits.startsWith("+") ? digits : "+" + withCode(digits))
                .filter(start -> BEGINNING.matcher(start).matches());
    }

    /**
     * How public numbers begin that somebody means who wrote too few digits for a number.
     *
     * @return {@code +} and 1 to 14 digits; empty if it is a number, is too long for one, or no number begins so
     */
    public Optional<String> readUnfinished(String raw) {
        return read(raw) instanceof Invalid ? readBeginning(raw).filter(this::goesOn) : Optional.empty();
    }

    private boolean goesOn(String start) {
        try {
            return numbers.isPossibleNumberWithReason(numbers.parse(start, region)) != ValidationResult.TOO_LONG;
        } catch (NumberParseException e) {
            return e.getErrorType() == ErrorType.TOO_SHORT_NSN;
        }
    }

    private String withCode(String digits) {
        String code = Integer.toString(numbers.getCountryCodeForRegion(region));
        if (digits.startsWith(code)) {
            return digits;
        }
        String trunk = numbers.getNddPrefixForRegion(region, true);
        boolean national = trunk != null && !trunk.isEmpty() && digits.startsWith(trunk);
        return code + (national ? digits.substring(trunk.length()) : digits);
    }

    private static CallerNumber invalid(String text) {
        StringBuilder digits = new StringBuilder(LONGEST_KEPT);
        for (int i = 0; i < text.length() && digits.length() < LONGEST_KEPT; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return new Invalid(digits.toString());
    }
}

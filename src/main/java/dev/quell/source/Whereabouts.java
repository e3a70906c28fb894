package dev.quell.source;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import dev.quell.call.CallerNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Where a number was given out and by whom, from tables that come with the service. A number may have moved to another carrier since. */
@Component
public final class Whereabouts {
    private static final String NOWHERE = "ZZ";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberOfflineGeocoder places = PhoneNumberOfflineGeocoder.getInstance();
    private final PhoneNumberToCarrierMapper carriers = PhoneNumberToCarrierMapper.getInstance();

    Whereabouts() {}

    /** The town, province or country in the reader's language; empty if it is not known. */
    public String region(CallerNumber caller, Locale language) {
        return look(caller, number -> places.getDescriptionForNumber(number, language));
    }

    /** The carrier that was given the number, in the reader's language; empty if it is not known. */
    public String carrier(CallerNumber caller, Locale language) {
        return look(caller, number -> carriers.getNameForNumber(number, language));
    }

    private String look(CallerNumber caller, Function<PhoneNumber, String> table) {
        return caller instanceof CallerNumber.E164(String text)
                ? parse(text).map(table).orElse("")
                : "";
    }

    private Optional<PhoneNumber> parse(String text) {
        try {
            return Optional.of(numbers.parse(text, NOWHERE));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}

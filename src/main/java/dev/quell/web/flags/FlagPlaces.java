package dev.quell.web.flags;

import dev.quell.flag.FlagQuery.Place;
import java.time.Instant;
import java.util.regex.Pattern;

/** Places in the list of flags as text: the moment in milliseconds, a dash, the flag's number. */
final class FlagPlaces {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}-[0-9]{1,18}");

    private FlagPlaces() {}

    static Place read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("is no place in a list of flags");
        }
        int dash = text.indexOf('-');
        return new Place(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
                Long.parseLong(text.substring(dash + 1)));
    }

    static String text(Place place) {
        return place.at().toEpochMilli() + "-" + place.id();
    }
}

package dev.quell.web.lists;

import dev.quell.blocklist.ListQuery.Place;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places among entries as text: the moment in milliseconds and the entry's number. */
final class Places {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");

    private Places() {}

    static String text(Place place) {
        return place.createdAt().toEpochMilli() + "-" + place.id();
    }

    static Place read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is no place among entries");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(form.group(1))), Long.parseLong(form.group(2)));
    }
}

package dev.quell.web.flags;

import dev.quell.flag.FlagQuery.Place;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Places in the list of flags as addresses have them: the moment in milliseconds, a dash, the flag's number. */
final class FlagPlaces {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}-[0-9]{1,18}");

    private FlagPlaces() {}

    /** The place of a text. */
    static Place read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("is no place in a list of flags; the Link header has it");
        }
        int dash = text.indexOf('-');
        return new Place(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
                Long.parseLong(text.substring(dash + 1)));
    }

    /** The Link header (RFC 8288) that leads on from a place. */
    static String link(MultiValueMap<String, String> query, Place last) {
        URI uri = UriComponentsBuilder.fromPath("/api/v1/flags")
                .queryParams(query)
                .replaceQueryParam("page", last.at().toEpochMilli() + "-" + last.id())
                .encode()
                .build()
                .toUri();
        return "<" + uri + ">; rel=\"next\"";
    }
}

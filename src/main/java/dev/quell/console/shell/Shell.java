package dev.quell.console.shell;

import dev.quell.screening.ScreeningSettings.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The frame of a page: who reads it, in which language and colours, and where else there is to go.
 *
 * @param mode whether verdicts are acted upon
 * @param person the name of who is signed in, empty before that
 * @param rights what that person may do, by word
 * @param address path and query of this page
 * @param again whether the address can be asked again without doing anything, so that the frame may lead to it in another language
 * @param keys whether single keys do something
 */
public record Shell(
        Tongue tongue,
        Theme theme,
        Mode mode,
        String person,
        Set<String> rights,
        String address,
        boolean again,
        boolean keys) {
    private static final int MOST_IN_BAR = 8;

    public Shell {
        rights = Set.copyOf(rights);
    }

    /** Whether the person may do something, by the word of the right. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return !person.isEmpty();
    }

    /** The pages that the person may open and that stand in the bar: all if they are few. */
    public List<Place> places() {
        List<Place> open = open();
        return open.size() <= MOST_IN_BAR
                ? open
                : open.stream().filter(Place::daily).toList();
    }

    /** Those that stand in the bar's menu. */
    public List<Place> more() {
        List<Place> bar = places();
        return open().stream().filter(place -> !bar.contains(place)).toList();
    }

    private List<Place> open() {
        return Arrays.stream(Place.values()).filter(place -> may(place.right())).toList();
    }

    /** The page of the bar's menu that is shown, if it is one of them. */
    public Optional<Place> inMenu() {
        return more().stream().filter(this::at).findFirst();
    }

    /** Whether a page is the one that is shown. */
    public boolean at(Place place) {
        return place.holds(path());
    }

    /** Whether the page of a path is the one that is shown. */
    public boolean on(String path) {
        return path().equals(path);
    }

    private String path() {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** The address of this page in a language. */
    public String in(Tongue other) {
        return with("lang", other.word());
    }

    /** The address of this page in other colours. */
    public String in(Theme other) {
        return with("theme", other.word());
    }

    private String with(String name, String value) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam(name, value)
                .build(true)
                .toUriString();
    }

    /** All languages. */
    public List<Tongue> tongues() {
        return List.of(Tongue.values());
    }

    /** All colours. */
    public List<Theme> themes() {
        return List.of(Theme.values());
    }
}

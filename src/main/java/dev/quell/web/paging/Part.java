package dev.quell.web.paging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/**
 * The part of a list that somebody wants.
 *
 * @param <P> a place in it
 * @param limit how many items at most
 * @param after behind which place it begins; empty at the list's beginning
 */
public record Part<P>(Paging<P> paging, int limit, Optional<P> after) {

    /** How many items tell whether there are more than are wanted. */
    public int fetch() {
        return limit + 1;
    }

    /** Those of a whole list that stand behind the place, in their order. */
    public static <T> List<T> behind(Part<Spot> part, List<T> all, Function<? super T, Spot> spot) {
        return all.stream()
                .filter(item -> part.after()
                        .map(place -> spot.apply(item).compareTo(place) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(spot))
                .limit(part.fetch())
                .toList();
    }

    /**
     * The answer.
     *
     * @param fetched at most {@link #fetch()} items behind the place
     */
    public <T, V> ResponseEntity<List<V>> answer(
            MultiValueMap<String, String> query,
            List<T> fetched,
            Function<? super T, P> place,
            Function<? super T, V> view) {
        List<T> page = fetched.stream().limit(limit).toList();
        HttpHeaders headers = new HttpHeaders();
        if (fetched.size() > limit) {
            next(headers, query, place.apply(page.getLast()));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.stream().<V>map(view).toList());
    }

    /** Leads on from a place. */
    public void next(HttpHeaders headers, MultiValueMap<String, String> query, P place) {
        Links.add(headers, query, paging.cursor(place), "next");
    }

    /** Leads back from a place. */
    public void previous(HttpHeaders headers, MultiValueMap<String, String> query, P place) {
        Links.add(headers, query, paging.cursor(place), "prev");
    }
}

package dev.quell.web.paging;

import dev.quell.web.input.Input;
import dev.quell.web.input.Readers;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one list is paged.
 *
 * @param <P> a place in it
 * @param list its name; a cursor of one list is none of another
 * @param usual how many items a page has if nothing is said
 * @param most how many it may have
 * @param write a place as text
 * @param read that text again; throws {@link IllegalArgumentException} if it is none
 */
public record Paging<P>(String list, int usual, int most, Function<P, String> write, Function<String, P> read) {

    /** The parameter with a place. */
    public static final String PAGE = "page";

    /** The parameter with the number of items. */
    public static final String LIMIT = "limit";

    /** A list whose order is that of {@link Spot}s. */
    public static Paging<Spot> bySpot(String list, int usual, int most) {
        return new Paging<>(list, usual, most, Spot::text, Spot::read);
    }

    /** A list whose items have numbers in their order. */
    public static Paging<Long> byNumber(String list, int usual, int most) {
        return new Paging<>(list, usual, most, String::valueOf, Readers::number);
    }

    /** Reads what part of the list is wanted; what is wrong is noted with the input. */
    public Part<P> read(Input input) {
        Optional<P> after = input.optional(PAGE, this::place);
        int limit = input.optional(LIMIT, Readers.between(1, most)).orElse(usual);
        return new Part<>(this, limit, after);
    }

    private P place(String cursor) {
        try {
            return read.apply(Cursors.read(list, cursor));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is no place in this list; take it from the Link header of the page before, as it is there", e);
        }
    }

    String cursor(P place) {
        return Cursors.write(list, write.apply(place));
    }
}

package dev.quell.web.paging;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an item stands among others: by rank, and those of one rank by name. No two items of a list have the same.
 *
 * @param rank lowest first
 * @param name what tells it from others of its rank
 */
public record Spot(long rank, String name) implements Comparable<Spot> {

    private static final Comparator<Spot> ORDER =
            Comparator.comparingLong(Spot::rank).thenComparing(Spot::name);
    private static final Pattern FORM = Pattern.compile("(?s)(-?[0-9]{1,19}) (.*)");

    @Override
    public int compareTo(Spot other) {
        return ORDER.compare(this, other);
    }

    String text() {
        return rank + " " + name;
    }

    static Spot read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no rank and name");
        }
        return new Spot(Long.parseLong(form.group(1)), form.group(2));
    }
}

package dev.quell.storage.evidence.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A note that its service signed.
 *
 * @param number its block's
 * @param kind what it is of
 * @param values what it says
 * @param details what it has the hash of; an empty object if that was removed, or there is none
 */
record Trusted(long number, String kind, JsonNode values, JsonNode details) {

    /** When it was written, epoch milliseconds. */
    long at() {
        return whole("at", 0);
    }

    /** When it was written. */
    Instant moment() {
        return Instant.ofEpochMilli(at());
    }

    /** A whole number of it. */
    long whole(String name, long absent) {
        return values.path(name).asLong(absent);
    }

    /** A word of it; empty if it has none. */
    String word(String name) {
        return values.path(name).asString("");
    }

    /** A word of its details; empty if they have none. */
    String detail(String name) {
        return details.path(name).asString("");
    }

    /** Words of it. */
    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        values.path(name).forEach(each -> words.add(each.asString("")));
        return words;
    }

    /** Whole numbers of it. */
    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        values.path(name).forEach(each -> numbers.add(each.asLong(0)));
        return numbers;
    }
}

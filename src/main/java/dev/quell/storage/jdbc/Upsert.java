package dev.quell.storage.jdbc;

import java.util.Collection;
import java.util.stream.Collectors;

/** Builds one statement's text from column names, which are ours; values go by parameters only. */
final class Upsert {

    private Upsert() {}

    /** Inserts a row of {@code calls} or, if the call has one, does what {@code otherwise} says. */
    static String calls(Collection<String> columns, String otherwise) {
        return "insert into calls (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(name -> ":" + name).collect(Collectors.joining(", "))
                + ") on conflict (id) do " + otherwise;
    }

    /** The same with a numbered place for each value, in the order of the columns. */
    static String places(Collection<String> columns, String otherwise) {
        return "insert into calls (" + String.join(", ", columns) + ") values ("
                + columns.stream().map(name -> "?").collect(Collectors.joining(", "))
                + ") on conflict (id) do " + otherwise;
    }

    /** Assignments of the would-be values to columns. */
    static String assign(Collection<String> columns) {
        return columns.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }
}

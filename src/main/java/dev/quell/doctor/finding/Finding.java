package dev.quell.doctor.finding;

import dev.quell.call.Printable;

/**
 * What one look found. Text may come from other machines: it is kept as one line of printable characters.
 *
 * @param check what was looked at, a word or two
 * @param found at most 400 characters
 * @param todo what to do or to type, at most 400 characters; empty if nothing
 */
public record Finding(String check, Level level, String found, String todo) {

    private static final int LONGEST = 400;

    public Finding {
        check = Printable.of(check, LONGEST);
        found = Printable.of(found, LONGEST);
        todo = Printable.of(todo, LONGEST);
        if ((level == Level.WARN || level == Level.FAULT) && todo.isBlank()) {
            throw new IllegalArgumentException("what is not well needs words on what to do: " + check);
        }
    }
}

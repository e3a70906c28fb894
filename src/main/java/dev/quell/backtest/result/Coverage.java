package dev.quell.backtest.result;

import java.util.List;

/**
 * What an input can tell.
 *
 * @param fed the symbols that such input can feed, in the catalogue's order
 * @param unfed the symbols that it cannot feed
 * @param notes what follows from that, in sentences
 */
public record Coverage(List<String> fed, List<String> unfed, List<String> notes) {

    public Coverage {
        fed = List.copyOf(fed);
        unfed = List.copyOf(unfed);
        notes = List.copyOf(notes);
    }
}

package dev.quell.storage.redis.link;

import java.util.List;

/**
 * What Redis said to a probe.
 *
 * @param epoch empty if it has none: it is new or was emptied
 * @param versions of all parts in order; 0 where there is none
 * @param back whether it was away, or a connection was lost, since the reading before
 */
public record Reading(String epoch, List<Long> versions, boolean back) {

    public Reading {
        versions = List.copyOf(versions);
    }
}

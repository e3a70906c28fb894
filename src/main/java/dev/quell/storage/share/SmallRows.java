package dev.quell.storage.share;

import java.util.List;

/** All shared rows of one kind that this instance has, those of other instances too. */
public interface SmallRows {

    /**
     * A page in ascending order of the references.
     *
     * @param kind any but {@link Kind#CALL}
     * @param after the last reference of the page before; empty from the first
     */
    List<SharedRow> page(Kind kind, String after, int limit);
}

package dev.quell.fuzz;

import java.util.List;

/** A reader of foreign input, and what must hold whatever it reads. */
public interface FuzzTarget extends AutoCloseable {

    /** Inputs as they should be; generated ones begin as one of them. */
    List<byte[]> seeds();

    /** Words and marks of the input's language, for the generator. */
    default List<String> words() {
        return List.of();
    }

    /**
     * Lets one input be read.
     *
     * @throws Throwable if something does not hold
     */
    void read(byte[] input) throws Throwable;

    @Override
    default void close() throws Exception {}
}

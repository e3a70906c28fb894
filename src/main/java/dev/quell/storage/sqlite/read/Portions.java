package dev.quell.storage.sqlite.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows of one question, read {@value #ROWS} at a time. */
final class Portions<T> extends AbstractSpliterator<T> {

    private static final int ROWS = 256;

    private final Reading reading;
    private final Iterator<T> rows;
    private Iterator<T> portion = List.<T>of().iterator();

    private Portions(Reading reading, Iterator<T> rows) {
        super(Long.MAX_VALUE, Spliterator.ORDERED);
        this.reading = reading;
        this.rows = rows;
    }

    /** A stream of rows; its connection is free again when it is closed. */
    static <T> Stream<T> of(Reading reading, Stream<T> rows) {
        return StreamSupport.stream(new Portions<>(reading, rows.iterator()), false)
                .onClose(() -> reading.end(rows::close));
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> consumer) {
        if (!portion.hasNext()) {
            portion = reading.ask(this::next).iterator();
        }
        boolean more = portion.hasNext();
        if (more) {
            consumer.accept(portion.next());
        }
        return more;
    }

    private List<T> next() {
        List<T> read = new ArrayList<>(ROWS);
        while (read.size() < ROWS && rows.hasNext()) {
            read.add(rows.next());
        }
        return read;
    }
}

package dev.quell.storage.postgres.read;

import dev.quell.share.Provenance;
import dev.quell.share.Provenance.Source;
import java.util.function.Consumer;

/** Reads many rows, one at a time, from the record or, if that fails before the first, from this instance's own. Broken off in the middle, it fails. */
final class RowByRow {

    private final Asking asking;

    RowByRow(Asking asking) {
        this.asking = asking;
    }

    /** @param <T> a row */
    <T> void read(Consumer<Consumer<T>> shared, Consumer<Consumer<T>> own, Consumer<T> reader) {
        if (asking.reachable()) {
            Begun<T> begun = new Begun<>(reader);
            try {
                shared.accept(begun);
                begun.begin();
                return;
            } catch (RuntimeException e) {
                if (begun.begun) {
                    throw e;
                }
                asking.rest(e);
            }
        }
        Provenance.note(Source.LOCAL);
        own.accept(reader);
    }

    private static final class Begun<T> implements Consumer<T> {
        private final Consumer<T> reader;
        private boolean begun;

        Begun(Consumer<T> reader) {
            this.reader = reader;
        }

        void begin() {
            if (!begun) {
                begun = true;
                Provenance.note(Source.SHARED);
            }
        }

        @Override
        public void accept(T row) {
            begin();
            reader.accept(row);
        }
    }
}

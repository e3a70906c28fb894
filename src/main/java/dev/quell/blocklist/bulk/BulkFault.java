package dev.quell.blocklist.bulk;

import java.io.Serial;

/** A list that could not be taken in; the message says why and what to do. */
public final class BulkFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private BulkFault(String message) {
        super(message);
    }

    private BulkFault(String message, Throwable cause) {
        super(message, cause);
    }

    static BulkFault busy() {
        return new BulkFault("another list is being taken in; wait until it is done");
    }

    static BulkFault notUtf8(Throwable cause) {
        return new BulkFault("the list is not UTF-8; save it as CSV in UTF-8", cause);
    }

    static BulkFault stopped(int done, Throwable cause) {
        return new BulkFault(
                "the database took " + done + " lines and then no more: " + cause.getMessage()
                        + ". Send the list again: what is kept already is left as it is",
                cause);
    }
}

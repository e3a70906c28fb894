package dev.quell.deed.export;

import dev.quell.calllog.LoggedCall;
import java.io.IOException;

/** A form in which calls leave the service as a file. One that is not ended is not whole, and does not look so. */
interface CallWriter {

    /** Writes a call. */
    void write(LoggedCall call) throws IOException;

    /**
     * Ends the file.
     *
     * @param cut whether there were more calls than it has
     */
    void end(boolean cut) throws IOException;
}

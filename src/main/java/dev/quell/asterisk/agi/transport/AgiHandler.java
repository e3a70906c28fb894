package dev.quell.asterisk.agi.transport;

/** Serves requests; called by many threads at once. */
@FunctionalInterface
public interface AgiHandler {

    /** Serves one request in its own thread, which may wait. The connection ends when this returns. */
    void serve(AgiCall call);
}

package dev.quell.screening;

/** Told of each verdict after it is durable and its answer is out; one after the other, from several threads. */
@FunctionalInterface
public interface ScreenedListener {

    /** A call was screened. */
    void screened(CallScreened call);
}

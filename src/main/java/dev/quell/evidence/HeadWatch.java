package dev.quell.evidence;

/** Who tells the chain's end to the log and elsewhere, as far as it may be asked about it. */
@FunctionalInterface
public interface HeadWatch {

    /** The last head that was told; never waits. */
    ToldHead told();
}

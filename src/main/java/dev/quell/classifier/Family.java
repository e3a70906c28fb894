package dev.quell.classifier;

/** Symbols that see the same fact; within one, only the largest positive weight counts whole. */
public enum Family {
    IDENTITY,
    VOLUME,
    OUTCOME,
    IN_CALL,
    CONTEXT,
    /** Entries of the allow and block list. */
    LIST,
    /** Counted rules, which act beside the model and weigh nothing. */
    COUNTED;

    /** Whether its rules act by themselves instead of weighing. */
    public boolean actsBesideTheModel() {
        return this == LIST || this == COUNTED;
    }
}

package dev.quell.storage.memory.filter;

import dev.quell.call.CallerNumber;
import java.util.function.Consumer;

/** The port to all callers that the local database knows anything of. */
public interface StoredPages {

    /** The {@link CallerNumber#key key} of everybody who has a row of a call, in no certain order. */
    void callers(Consumer<String> each);

    /** The same of everybody who has a row of a flag. */
    void flagged(Consumer<String> each);
}

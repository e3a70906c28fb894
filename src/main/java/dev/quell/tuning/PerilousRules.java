package dev.quell.tuning;

import java.io.Serial;
import java.util.List;

/** Rules under which callers would be kept from the agents of whom nothing is known, or one thing that proves nothing alone. The site's file may have such; people's rules over it may not. */
public final class PerilousRules extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    PerilousRules(List<String> perils) {
        super(
                "callers would be kept from the agents by " + String.join(", ", perils)
                        + " alone; raise the threshold challenge or lower these weights, or put them into the site's file if that is meant");
    }
}

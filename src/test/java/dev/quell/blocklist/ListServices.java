package dev.quell.blocklist;

import dev.quell.call.CallSettings;
import dev.quell.testing.MemoryLists;
import dev.quell.testing.ShippedSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The lists' use case for tests of other packages. */
public final class ListServices {

    private ListServices() {}

    /** Over empty lists in memory, with the shipped settings, at a moment that does not move. */
    public static BlockListService at(Instant now) {
        return over(Clock.fixed(now, ZoneOffset.UTC));
    }

    /** The same with a clock. */
    public static BlockListService over(Clock clock) {
        BlockListSettings settings = ShippedSettings.of("quell.blocklist", BlockListSettings.class);
        ProtectedNumbers untouchable =
                new ProtectedNumbers(settings, ShippedSettings.of("quell.call", CallSettings.class));
        return new BlockListService(new MemoryLists(), new ListIndex(untouchable, clock), settings, untouchable);
    }
}

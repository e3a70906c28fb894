package dev.quell.evidence.desk;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import org.jspecify.annotations.Nullable;

/** Whether the heap has room for long work beside the service's own. */
final class Room {

    private static final double MOST = 0.8;

    private Room() {}

    /** Whether what the last collection left takes most of the heap. */
    static boolean isShort() {
        long left = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            @Nullable MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            left += after == null ? 0 : after.getUsed();
        }
        return left > MOST * Runtime.getRuntime().maxMemory();
    }
}

/** Tells other systems what happens, by signed HTTP requests from a durable queue. No call waits for any of it. */
@ApplicationModule(
        allowedDependencies = {
            "jobs",
            "call",
            "classifier",
            "blocklist",
            "screening",
            "screening :: enforcement",
            "flag",
            "traffic",
            "share",
            "security :: masking"
        })
@NullMarked
package dev.quell.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

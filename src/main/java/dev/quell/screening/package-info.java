/** The use case: screens a call, concludes it, and tells what happened in one log line each. */
@ApplicationModule(
        allowedDependencies = {
            "jobs",
            "call",
            "history",
            "blocklist",
            "classifier",
            "classifier::whatif",
            "classifier :: rules",
            "treatment",
            "traffic",
            "flag"
        })
@NullMarked
package dev.quell.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

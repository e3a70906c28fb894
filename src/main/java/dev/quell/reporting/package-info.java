/** Reports of a period: what came, what was done, what it was worth; made on request and by schedules. */
@ApplicationModule(
        allowedDependencies = {
            "jobs",
            "call",
            "classifier",
            "calllog",
            "report",
            "review",
            "share",
            "webhook",
            "paper",
            "security :: masking",
            "security :: outside"
        })
@NullMarked
package dev.quell.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What people and programs do to lists, flags, reviews, rules and recordings: pages and the REST interface do the same, and each deed is noted in the audit log. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "blocklist",
            "blocklist :: bulk",
            "blocklist :: proposal",
            "calllog",
            "classifier",
            "flag",
            "prompt",
            "prompt :: audio",
            "report",
            "review",
            "security :: audit",
            "security :: masking",
            "security :: pairs",
            "security :: people",
            "security :: tokens",
            "share",
            "tuning",
            "tuning :: proposal",
            "tuning :: trial"
        })
@NullMarked
package dev.quell.deed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

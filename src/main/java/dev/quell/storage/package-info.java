/** Keeps records; the only package that sees JDBC, Caffeine and Lettuce. */
@ApplicationModule(
        allowedDependencies = {
            "jobs",
            "call",
            "history",
            "blocklist",
            "classifier",
            "classifier::whatif",
            "treatment",
            "screening",
            "flag",
            "flag :: trust",
            "known",
            "calllog",
            "backtest",
            "report",
            "traffic",
            "share",
            "webhook",
            "reporting",
            "reporting :: schedule",
            "reporting :: sending",
            "reporting :: words",
            "review",
            "blocklist :: proposal",
            "tuning",
            "tuning :: proposal",
            "tuning :: trial",
            "security :: people",
            "security :: tokens",
            "security :: audit",
            "evidence",
            "evidence :: chain",
            "evidence :: custody",
            "evidence :: desk",
            "evidence :: key"
        })
@NullMarked
package dev.quell.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The console: pages for the people who keep the lists, watch the calls and answer for them. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "history",
            "blocklist",
            "classifier",
            "classifier::whatif",
            "treatment",
            "screening",
            "screening :: enforcement",
            "screening :: trial",
            "flag",
            "flag :: trust",
            "known",
            "calllog",
            "calllog :: forecast",
            "calllog :: words",
            "report",
            "review",
            "blocklist :: proposal",
            "blocklist :: bulk",
            "share",
            "traffic",
            "config",
            "doctor",
            "doctor :: finding",
            "prompt",
            "prompt :: audio",
            "treatment :: script",
            "tuning",
            "tuning :: trial",
            "backtest :: result",
            "security",
            "security :: audit",
            "security :: login",
            "security :: masking",
            "security :: people",
            "security :: tokens"
        })
@NullMarked
package dev.quell.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

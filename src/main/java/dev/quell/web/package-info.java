/** The REST interface. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "call :: presented",
            "history",
            "blocklist",
            "blocklist :: bulk",
            "classifier",
            "classifier::whatif",
            "treatment",
            "screening",
            "screening :: trial",
            "flag",
            "flag :: trust",
            "known",
            "evidence",
            "evidence :: pack",
            "evidence :: key",
            "calllog",
            "calllog :: forecast",
            "calllog :: words",
            "report",
            "share",
            "webhook",
            "webhook :: delivery",
            "security",
            "security :: audit",
            "security :: masking",
            "security :: people",
            "security :: tokens"
        })
@NullMarked
package dev.quell.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

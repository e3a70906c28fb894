/** Speaks with Asterisk; the only package that sees asterisk-java. */
@ApplicationModule(
        allowedDependencies = {
            "jobs",
            "call",
            "call :: presented",
            "classifier",
            "treatment",
            "screening",
            "flag",
            "known",
            "share"
        })
@NullMarked
package dev.quell.asterisk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

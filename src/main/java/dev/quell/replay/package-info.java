/** A call centre on a virtual clock: the code of live calls without Spring's container, database or Asterisk. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "history",
            "traffic",
            "blocklist",
            "classifier",
            "flag",
            "flag :: trust",
            "screening",
            "screening :: enforcement",
            "screening :: ending"
        })
@NullMarked
package dev.quell.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

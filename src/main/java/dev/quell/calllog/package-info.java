/** The record of calls, verdicts and outcomes, to be read and explained. */
@ApplicationModule(
        allowedDependencies = {"call", "blocklist", "classifier", "classifier::whatif", "treatment", "screening"})
@NullMarked
package dev.quell.calllog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

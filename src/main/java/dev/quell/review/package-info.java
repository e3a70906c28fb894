/** What people find when they look at treated calls again: samples that measure how often callers are diverted wrongly, and disputes of callers. */
@ApplicationModule(allowedDependencies = {"call", "calllog", "classifier"})
@NullMarked
package dev.quell.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

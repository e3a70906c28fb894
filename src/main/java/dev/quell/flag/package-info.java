/** What agents say about the call they have: flags and their undo. */
@ApplicationModule(allowedDependencies = {"call", "blocklist"})
@NullMarked
package dev.quell.flag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What goes on in the background for as long as the service runs: an error in one round is told, and the next round follows. Seen by everybody, sees nobody. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.quell.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

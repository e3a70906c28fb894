/** Examines an installation and says, of each thing that is not as it should be, what to do. Changes nothing. */
@ApplicationModule(allowedDependencies = {"call", "config", "storage", "storage :: look", "security :: look"})
@NullMarked
package dev.quell.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

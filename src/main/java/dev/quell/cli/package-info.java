/** The commands of an administrator's shell: serve, report, explain, check-config. */
@ApplicationModule(allowedDependencies = {"call", "calllog", "report", "config"})
@NullMarked
package dev.quell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

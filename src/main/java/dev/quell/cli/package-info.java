/** The commands of an administrator's shell: serve, report, explain, check-config, version. */
@ApplicationModule(allowedDependencies = {"call", "calllog", "report", "config", "storage"})
@NullMarked
package dev.quell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The commands of an administrator's shell: serve, report, explain, simulate, check-config, version. */
@ApplicationModule(
        allowedDependencies = {"call", "calllog", "report", "config", "replay", "simulation", "storage", "treatment"})
@NullMarked
package dev.quell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

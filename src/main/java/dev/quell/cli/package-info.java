/** The commands of an administrator's shell: serve, report, explain, simulate, backtest, calibrate, catalogue, check-config, doctor, evidence, hold, verify, import, people, backup, restore, version. */
@ApplicationModule(
        allowedDependencies = {
            "call",
            "backtest",
            "calibration",
            "backtest :: input",
            "backtest :: page",
            "backtest :: result",
            "backtest :: tally",
            "calllog",
            "classifier",
            "report",
            "config",
            "doctor",
            "evidence",
            "evidence :: pack",
            "evidence :: key",
            "replay",
            "simulation",
            "storage",
            "treatment"
        })
@NullMarked
package dev.quell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

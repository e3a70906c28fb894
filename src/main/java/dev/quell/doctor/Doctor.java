package dev.quell.doctor;

import dev.quell.config.ConfigCheck;
import dev.quell.config.SettingsFault;
import dev.quell.doctor.asterisk.AsteriskChecks;
import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.machine.MachineChecks;
import dev.quell.doctor.service.ServiceChecks;
import dev.quell.doctor.signin.SignInChecks;
import dev.quell.doctor.site.Site;
import dev.quell.doctor.stores.StoreChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/** Examines an installation from outside, whether the service runs or not. */
public final class Doctor {

    private final ConfigurableEnvironment environment;
    private final Path root;
    private final Clock clock;

    /**
     * @param environment the settings as the service would have them
     * @param root the folder that the Asterisks of this machine are chrooted into; {@code /} if they are not
     */
    public Doctor(ConfigurableEnvironment environment, Path root, Clock clock) {
        this.environment = environment;
        this.root = root;
        this.clock = clock;
    }

    /** Looks at everything, once; with faults in the settings at nothing else. */
    public Examination examine() {
        Findings findings = new Findings().at("settings");
        List<SettingsFault> faults = ConfigCheck.ofQuell().check(environment);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> findings.fault(
                    fault.toString(), "mend it; the service does not start, and the rest is looked at then"));
            return new Examination(findings.all());
        }
        findings.ok("no faults in them");
        for (Check check : checks(Site.of(environment))) {
            look(check, findings.at(check.name()));
        }
        return new Examination(findings.all());
    }

    /** Looks at each Asterisk alone: its manager interface, modules, dialplan, queue and prompts. The settings are taken for sound, as the service runs with them. */
    public Examination examineAsterisks() {
        Findings findings = new Findings();
        for (Check check : AsteriskChecks.of(Site.of(environment), root, clock)) {
            look(check, findings.at(check.name()));
        }
        return new Examination(findings.all());
    }

    private List<Check> checks(Site site) {
        List<Check> checks = new ArrayList<>(MachineChecks.of(site, clock));
        checks.addAll(StoreChecks.of(site, environment, clock));
        checks.addAll(SignInChecks.of(environment, clock));
        checks.addAll(ServiceChecks.of(site));
        checks.addAll(AsteriskChecks.of(site, root, clock));
        return checks;
    }

    private static void look(Check check, Findings findings) {
        try {
            check.look(findings);
        } catch (IOException | RuntimeException e) {
            findings.skipped("it could not be looked at: " + e, "run quell doctor as root");
        }
    }
}

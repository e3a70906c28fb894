package dev.quell.doctor.signin;

import dev.quell.doctor.finding.Check;
import dev.quell.security.outside.ldap.DirectoryLook;
import dev.quell.security.outside.oidc.ProviderLook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** The checks of services that people sign in by, of those alone that the settings turn on. */
public final class SignInChecks {

    private SignInChecks() {}

    public static List<Check> of(Environment environment, Clock clock) {
        List<Check> checks = new ArrayList<>();
        if (ProviderLook.isWanted(environment)) {
            checks.add(new ProviderCheck(() -> ProviderLook.at(environment), clock));
        }
        if (DirectoryLook.isWanted(environment)) {
            checks.add(new DirectoryCheck(() -> DirectoryLook.at(environment)));
        }
        return checks;
    }
}

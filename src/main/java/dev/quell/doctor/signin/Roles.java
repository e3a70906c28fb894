package dev.quell.doctor.signin;

import dev.quell.doctor.finding.Findings;
import java.util.List;

/** Tells which roles nobody gets from another service. */
final class Roles {

    private Roles() {}

    static void look(Findings findings, List<String> without, String setting) {
        if (!without.isEmpty()) {
            findings.ok("no group gives " + String.join(", ", without) + " (" + setting
                    + "): only accounts with a password here have such a role");
        }
    }
}

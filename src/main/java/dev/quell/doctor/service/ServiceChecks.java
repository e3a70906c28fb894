package dev.quell.doctor.service;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.site.Site;
import java.util.List;

/** The checks of the service, in the order in which they are told. */
public final class ServiceChecks {

    private ServiceChecks() {}

    public static List<Check> of(Site site) {
        return List.of(new AgiPortCheck(site), new HealthCheck(site), new LoadCheck(site));
    }
}

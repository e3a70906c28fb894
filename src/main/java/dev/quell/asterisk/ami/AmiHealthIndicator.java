package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.asterisk.ami.link.LinkState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The manager connections' health. DEGRADED at worst, which is answered with 200: screening does not need them. */
final class AmiHealthIndicator implements HealthIndicator {

    /** Something is missing, and calls pass all the same. */
    static final Status DEGRADED = new Status("DEGRADED", "calls are screened, but none is ever called silent");

    private final AsteriskLinks links;

    AmiHealthIndicator(AsteriskLinks links) {
        this.links = links;
    }

    @Override
    public Health health() {
        boolean well = true;
        Health.Builder health = Health.up();
        for (AsteriskLink link : links.all()) {
            LinkState state = link.state();
            well &= state.connected() && state.trouble().isEmpty();
            health.withDetail(link.server(), details(link, state));
        }
        return (well ? health : health.status(DEGRADED)).build();
    }

    private static Map<String, Object> details(AsteriskLink link, LinkState state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("connected", state.connected());
        details.put("since", state.since().toString());
        details.put("calls", link.book().live().size());
        state.trouble().ifPresent(trouble -> details.put("trouble", trouble));
        return details;
    }
}

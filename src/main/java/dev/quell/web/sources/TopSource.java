package dev.quell.web.sources;

import dev.quell.report.SourceCount;
import dev.quell.security.masking.Masking;

/**
 * A source among those with the most of something.
 *
 * @param nuisance silent calls, noise and standing flags
 */
record TopSource(String source, long calls, long nuisance, long silent, long noise, long good, long flags) {
    static TopSource of(SourceCount count) {
        return new TopSource(
                Masking.show(count.caller()),
                count.tally().calls(),
                count.nuisance(),
                count.tally().silent(),
                count.tally().noise(),
                count.tally().good(),
                count.flags());
    }
}

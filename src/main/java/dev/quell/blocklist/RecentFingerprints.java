package dev.quell.blocklist;

import dev.quell.call.CallerNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** The last {@value #CALLS} calls of each of the last {@value #TRUNKS} trunks, by hashes; forgets at a restart. Under 5 MB. */
@Component
final class RecentFingerprints implements FingerprintShare {

    private static final int CALLS = 1000;
    private static final int TRUNKS = 256;

    private final Map<String, Ring> trunks = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public synchronized void seen(CallerNumber caller, String trunk, String fingerprint) {
        trunks.computeIfAbsent(trunk, name -> new Ring()).add(caller.key().hashCode(), fingerprint.hashCode());
        if (trunks.size() > TRUNKS) {
            trunks.remove(trunks.keySet().iterator().next());
        }
    }

    @Override
    public synchronized OptionalDouble amongOthers(CallerNumber caller, String trunk, String fingerprint, int least) {
        Ring ring = trunks.get(trunk);
        return ring == null
                ? new Ring().share(0, 0, least)
                : ring.share(caller.key().hashCode(), fingerprint.hashCode(), least);
    }

    /** One trunk's last calls. */
    private static final class Ring {
        private final int[] callers = new int[CALLS];
        private final int[] fingerprints = new int[CALLS];
        private int next;
        private int size;

        void add(int caller, int fingerprint) {
            callers[next] = caller;
            fingerprints[next] = fingerprint;
            next = (next + 1) % CALLS;
            size = Math.min(size + 1, CALLS);
        }

        OptionalDouble share(int caller, int fingerprint, int least) {
            int others = 0;
            int same = 0;
            for (int i = 0; i < size; i++) {
                if (callers[i] != caller) {
                    others++;
                    same += fingerprints[i] == fingerprint ? 1 : 0;
                }
            }
            if (others < least) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(others == 0 ? 0 : (double) same / others);
        }
    }
}

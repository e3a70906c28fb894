package dev.quell.blocklist;

import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges whether a number may be held against its caller, or could be somebody else's. */
final class Identity {

    private final BlockListSettings.Identity settings;
    private final FingerprintShare fingerprints;

    Identity(BlockListSettings.Identity settings, FingerprintShare fingerprints) {
        this.settings = settings;
        this.fingerprints = fingerprints;
    }

    /** A way in: a trunk and a fingerprint on it. */
    private record Source(String trunk, String fingerprint) {}

    /**
     * Whether the latest call is fully attested, or enough incidents came the same way with a fingerprint that few others have and nobody had a good talk
     * under the number another way: then it has two users.
     */
    boolean goodEnough(CallerNumber caller, Attestation latest, List<PastCall> incidents, CallerProfile profile) {
        if (!caller.identifies()) {
            return false;
        }
        return latest == Attestation.A
                || sources(incidents).entrySet().stream()
                        .filter(source -> source.getValue() >= settings.incidents())
                        .map(Map.Entry::getKey)
                        .filter(source -> !talkedOtherwise(source, profile))
                        .anyMatch(source -> rare(caller, source));
    }

    private static boolean talkedOtherwise(Source source, CallerProfile profile) {
        return profile.calls().stream()
                .filter(call -> call.outcome() == CallOutcome.GOOD_TALK)
                .anyMatch(call -> !source.equals(new Source(call.trunk(), call.fingerprint())));
    }

    private static Map<Source, Long> sources(List<PastCall> incidents) {
        return incidents.stream()
                .map(call -> new Source(call.trunk(), call.fingerprint()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private boolean rare(CallerNumber caller, Source source) {
        return fingerprints
                        .amongOthers(caller, source.trunk(), source.fingerprint(), settings.minCalls())
                        .orElse(1)
                < settings.fingerprintShare();
    }
}

package dev.quell.flag.trust;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.SaidFor;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What agents think of one number, and what its later calls were. Not safe for concurrent use. */
final class FlaggedCaller {

    private final Map<String, Opinion> opinions = new HashMap<>();
    private final Map<String, Instant> goodTalks = new HashMap<>();
    private Instant nuisance = Instant.MIN;
    private Map<String, Fate> counted = Map.of();

    /** A word on a call, as it was said. */
    private record Said(CallId call, String agent) {}

    private static final class Opinion {
        private final Instant since;
        private final Set<Said> said = new HashSet<>();
        private boolean refuted;

        Opinion(Instant since) {
            this.since = since;
        }
    }

    /** @param agent as it was said */
    void flagged(CallId call, String agent, Instant at) {
        opinions.computeIfAbsent(SaidFor.voice(agent), each -> new Opinion(at))
                .said
                .add(new Said(call, agent));
    }

    /** Taken back by whoever said it: as if it had not been said. What was said in another way too stands. */
    void withdrawn(CallId call, String agent) {
        String voice = SaidFor.voice(agent);
        Opinion opinion = opinions.get(voice);
        if (opinion != null
                && opinion.said.remove(new Said(call, agent))
                && opinion.said.isEmpty()
                && !opinion.refuted) {
            opinions.remove(voice);
        }
    }

    void refuted(String agent) {
        Opinion opinion = opinions.get(agent);
        if (opinion != null) {
            opinion.refuted = true;
        }
    }

    void ended(String agent, CallOutcome outcome, Instant arrivedAt) {
        if (outcome == CallOutcome.GOOD_TALK && !agent.isEmpty()) {
            goodTalks.merge(agent, arrivedAt, FlaggedCaller::later);
        } else if (outcome == CallOutcome.SILENT || outcome == CallOutcome.NOISE) {
            nuisance = later(nuisance, arrivedAt);
        }
    }

    /** The fates of the agents' opinions as counted before; the present ones are counted from now on. */
    Map<String, Fate> recount() {
        Map<String, Fate> before = counted;
        Map<String, Fate> now = new HashMap<>();
        opinions.forEach((agent, opinion) -> now.put(agent, fate(agent, opinion)));
        counted = Map.copyOf(now);
        return before;
    }

    Map<String, Fate> counted() {
        return counted;
    }

    /** Whether the newest opinion is older than a moment. */
    boolean olderThan(Instant moment) {
        return opinions.values().stream().allMatch(opinion -> opinion.since.isBefore(moment));
    }

    private Fate fate(String agent, Opinion opinion) {
        if (opinion.refuted) {
            return Fate.FAILED;
        }
        boolean seconded = opinions.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(agent) && !other.getValue().refuted);
        if (seconded) {
            return Fate.HELD;
        }
        boolean welcome = goodTalks.entrySet().stream()
                .anyMatch(
                        talk -> !talk.getKey().equals(agent) && talk.getValue().isAfter(opinion.since));
        if (welcome) {
            return Fate.FAILED;
        }
        return nuisance.isAfter(opinion.since) ? Fate.HELD : Fate.OPEN;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

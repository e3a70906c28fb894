package dev.quell.console.live;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What there was to see at one moment, for all open pages: two of them tell who has something new to see.
 *
 * @param all changes with all calls
 * @param ofAgents an agent's calls, newest first, by the agent's interface
 * @param lastOf an agent's last call that has ended, empty if there is none
 */
public record Marks(Object all, Map<String, List<String>> ofAgents, Function<String, String> lastOf) {

    public Marks {
        ofAgents = Map.copyOf(ofAgents);
    }

    /** Changes with an agent's calls. */
    public Object of(String agent) {
        return List.of(ofAgents.getOrDefault(agent, List.of()), lastOf.apply(agent));
    }
}

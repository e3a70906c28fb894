package dev.quell.web.screen;

import dev.quell.call.Switches;
import dev.quell.screening.CallScreened;
import dev.quell.screening.ScreenedListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The names that Asterisks go by: those of {@code quell.ami.servers}, and those that have asked about calls since the start. No other switch may use them. */
@Component
final class AsteriskNames implements ScreenedListener {

    private static final int MOST = 1000;

    private final Switches configured;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    AsteriskNames(Switches configured) {
        this.configured = configured;
    }

    @Override
    public void screened(CallScreened call) {
        String server = call.call().id().server();
        if (!Asker.asked(call.call().channel()) && !heard.contains(server) && heard.size() < MOST) {
            heard.add(server);
        }
    }

    /** Whether a name is an Asterisk's. */
    boolean has(String server) {
        return heard.contains(server)
                || configured.now().stream().anyMatch(state -> state.server().equals(server));
    }
}

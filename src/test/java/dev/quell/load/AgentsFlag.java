package dev.quell.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An agent's flag on a call as the dialplan knows it.
 *
 * @param callToken the call's token
 * @param agent the agent's interface
 * @param reason the digit, 1 to 5, or empty
 * @param at epoch second of the flag
 */
public record AgentsFlag(String callToken, String agent, String reason, long at) {

    /** The form in which it is told late. */
    String form(PlacedCall call, String server, String installationToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("t", installationToken);
        form.put("srv", server);
        form.put("id", call.id());
        form.put("c", callToken);
        form.put("agent", agent);
        form.put("reason", reason);
        form.put("at", Long.toString(at));
        return form.entrySet().stream()
                .map(pair -> pair.getKey() + '=' + URLEncoder.encode(pair.getValue(), StandardCharsets.US_ASCII))
                .collect(Collectors.joining("&"));
    }
}

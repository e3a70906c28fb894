package dev.quell.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a call ended, as the hangup handler tells it.
 *
 * @param token the call's token, empty for an unscreened call
 * @param way what happened, words joined by {@code -}
 * @param answered seconds from the answer to the end
 * @param agentSeconds seconds with agents
 * @param packets packets received
 * @param at epoch second of the end
 */
public record Ending(String token, String way, int answered, int agentSeconds, long packets, long at) {

    /** An ordinary talk of 90 s with an agent, whatever the verdict was. */
    public static Ending talk(Answer answer, long at) {
        return new Ending(answer.token(), answer.firstWay(), 100, 90, 4500, at);
    }

    /** Eight seconds of silence with an agent; talk detection says whether it was silent. */
    public static Ending brief(Answer answer, long at) {
        return new Ending(answer.token(), answer.firstWay(), 10, 8, 400, at);
    }

    /** The form that the dialplan posts. */
    String form(PlacedCall call, String server, String installationToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("t", installationToken);
        form.put("srv", server);
        form.put("id", call.id());
        form.put("ch", call.channel());
        form.put("c", token);
        form.put("num", PlacedCall.base64(call.number()));
        form.put("line", call.line());
        form.put("trunk", call.trunk());
        form.put("way", way);
        form.put("answered", Integer.toString(answered));
        form.put("agentsec", Integer.toString(agentSeconds));
        form.put("side", "caller");
        form.put("cause", "16");
        form.put("rx", Long.toString(packets));
        form.put("queue", "site");
        form.put("agent", "PJSIP/agent1");
        form.put("at", Long.toString(at));
        StringBuilder text = new StringBuilder(512);
        form.forEach((key, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.US_ASCII)));
        return text.toString();
    }
}

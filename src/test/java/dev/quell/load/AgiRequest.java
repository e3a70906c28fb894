package dev.quell.load;

import java.nio.charset.StandardCharsets;

/** The text of a FastAGI request: headers as a real Asterisk 22.10.1 sends them, then the dialplan's arguments. */
final class AgiRequest {

    private final StringBuilder text = new StringBuilder(1600);
    private int arguments;

    /** Begins a request for a script. */
    AgiRequest(String script, PlacedCall call) {
        text.append("agi_network: yes\nagi_network_script: ")
                .append(script)
                .append("\nagi_request: agi://127.0.0.1:4573/")
                .append(script)
                .append("\nagi_channel: ")
                .append(call.channel())
                .append("\nagi_language: en\nagi_type: PJSIP\nagi_uniqueid: ")
                .append(call.id())
                .append("\nagi_version: 22.10.1\nagi_callerid: ")
                .append(call.number())
                .append("\nagi_calleridname: unknown\nagi_callingpres: 0\nagi_callingani2: 0\nagi_callington: 0\n"
                        + "agi_callingtns: 0\nagi_dnid: ")
                .append(call.line())
                .append("\nagi_rdnis: unknown\nagi_context: quell-screen\nagi_extension: s\nagi_priority: 36\n"
                        + "agi_enhanced: 0.0\nagi_accountcode: \nagi_threadid: 140406931060416\n");
        argument("v1");
    }

    /** What the dialplan asks when a call comes in. */
    static byte[] screen(PlacedCall call, String server, String token) {
        return new AgiRequest("screen", call)
                .argument("t", token)
                .argument("srv", server)
                .argument("id", call.id())
                .argument("ch", call.channel())
                .argument("line", call.line())
                .argument("trunk", call.trunk())
                .argument("num", PlacedCall.base64(call.number()))
                .argument("name", "")
                .argument("pres", "allowed_not_screened")
                .argument("lang", "en")
                .argument("codec", "alaw")
                .argument("ua", PlacedCall.base64(call.userAgent()))
                .argument("from", PlacedCall.base64(call.fromHeader()))
                .argument("pai", "")
                .argument("div", "0")
                .argument("prio", "")
                .argument("stir", call.stir())
                .argument("src", "192.0.2.10:5060")
                .bytes();
    }

    /** What the dialplan asks when a dialogue begins; {@code script} is {@code listen} or {@code challenge}. */
    static byte[] dialogue(String script, PlacedCall call, String server, String token, Answer.Verdict verdict) {
        return new AgiRequest(script, call)
                .argument("t", token)
                .argument("srv", server)
                .argument("c", verdict.token())
                .argument("id", call.id())
                .argument("ch", call.channel())
                .argument("profile", verdict.fields().get(6))
                .argument("why", "screen")
                .bytes();
    }

    /** What the dialplan asks on a caller's leg when an agent has flagged the call. */
    static byte[] flag(PlacedCall call, String server, String token, AgentsFlag flag) {
        return new AgiRequest("flag", call)
                .argument("t", token)
                .argument("srv", server)
                .argument("c", flag.callToken())
                .argument("id", call.id())
                .argument("agent", flag.agent())
                .argument("reason", flag.reason())
                .bytes();
    }

    private AgiRequest argument(String key, String value) {
        return argument(key + '=' + value);
    }

    private AgiRequest argument(String value) {
        text.append("agi_arg_").append(++arguments).append(": ").append(value).append('\n');
        return this;
    }

    private byte[] bytes() {
        return text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

package dev.quell.web.flags;

import dev.quell.flag.FlagReason;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A flag that somebody wants to raise.
 *
 * @param call the call's id or case number
 * @param agent the agent's interface
 * @param move whether the caller leaves the agent at once, if the call is live
 */
record FlagRequest(String call, String agent, FlagReason reason, String note, boolean move) {
    private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9_.:/@+-]{1,128}");
    private static final int LONGEST_NOTE = 500;

    static FlagRequest read(JsonNode body) {
        Input input = Inputs.body(body, "call", "agent", "reason", "note", "move");
        Optional<String> call =
                input.required("call", "a call's id or case number", text -> Clean.text(text, LONGEST_NOTE));
        Optional<String> agent = input.required("agent", "an agent's interface such as PJSIP/1001", FlagRequest::agent);
        Optional<FlagReason> reason = input.required(
                "reason", "abuse, prank, silent, sales, threat or unspecified", Readers.word(FlagReason.class));
        Optional<String> note = input.optional("note", text -> Clean.text(text, LONGEST_NOTE));
        boolean move = input.optional("move", Readers::yes).orElse(false);
        input.throwIfFaulty();
        return new FlagRequest(call.orElseThrow(), agent.orElseThrow(), reason.orElseThrow(), note.orElse(""), move);
    }

    /** Reads an agent's interface. */
    static String agent(String text) {
        if (!AGENT.matcher(text).matches()) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not an agent's interface such as PJSIP/1001");
        }
        return text;
    }
}

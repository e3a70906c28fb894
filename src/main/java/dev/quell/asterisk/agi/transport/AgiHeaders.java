package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Escaped;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request's headers: each known to Asterisk, each there once.
 *
 * @param script the script asked for, the path of the AGI address
 * @param arguments its arguments in order
 * @param lines all header lines as they came
 */
public record AgiHeaders(String script, List<String> arguments, List<String> lines) {

    /** What Asterisk 13 to 23 send (res_agi.c, setup_env). */
    private static final Set<String> KNOWN = Set.of(
            "agi_network",
            "agi_network_script",
            "agi_request",
            "agi_channel",
            "agi_language",
            "agi_type",
            "agi_uniqueid",
            "agi_version",
            "agi_callerid",
            "agi_calleridname",
            "agi_callingpres",
            "agi_callingani2",
            "agi_callington",
            "agi_callingtns",
            "agi_dnid",
            "agi_rdnis",
            "agi_context",
            "agi_extension",
            "agi_priority",
            "agi_enhanced",
            "agi_accountcode",
            "agi_threadid");

    private static final String ARGUMENT = "agi_arg_";

    public AgiHeaders {
        arguments = List.copyOf(arguments);
        lines = List.copyOf(lines);
    }

    /** Reads up to the empty line that ends the headers. */
    static AgiHeaders read(BoundedLines source) throws IOException, RefusedException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = source.next();
            if (line == null) {
                throw lines.isEmpty()
                        ? new RefusedException(Refusal.NO_REQUEST, "the connection was closed without a request")
                        : new RefusedException(Refusal.GARBAGE, "the connection was closed before the headers' end");
            }
            if (line.isEmpty()) {
                return of(lines);
            }
            lines.add(line);
        }
    }

    private static AgiHeaders of(List<String> lines) throws RefusedException {
        Map<String, String> headers = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? null : line.substring(colon + 2);
            if (value == null || !isExpected(name, arguments.size() + 1)) {
                throw unexpected(line, name, headers);
            }
            if (headers.put(name, value) != null) {
                throw twice(name);
            }
            if (name.startsWith(ARGUMENT)) {
                arguments.add(value);
            }
        }
        return new AgiHeaders(headers.getOrDefault("agi_network_script", ""), arguments, lines);
    }

    private static boolean isExpected(String name, int nextArgument) {
        return KNOWN.contains(name) || name.equals(ARGUMENT + nextArgument);
    }

    private static RefusedException unexpected(String line, String name, Map<String, String> headers) {
        if (headers.containsKey(name)) {
            return twice(name);
        }
        return name.startsWith("agi_")
                ? new RefusedException(
                        Refusal.HEADER_UNKNOWN,
                        "the header " + Escaped.text(name)
                                + " is none that Asterisk sends here; perhaps a caller's text with line breaks")
                : new RefusedException(
                        Refusal.GARBAGE,
                        "the line " + Escaped.text(line)
                                + " is no AGI header; one looks like agi_channel: PJSIP/trunk-1");
    }

    private static RefusedException twice(String name) {
        return new RefusedException(
                Refusal.HEADER_TWICE,
                "the header " + Escaped.text(name) + " came twice; perhaps a caller's text with line breaks");
    }
}

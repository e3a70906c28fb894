package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Escaped;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A request's headers: each known to Asterisk, each there once.
 *
 * @param script the script asked for, the path of the AGI address
 * @param arguments its arguments in order
 */
public record AgiHeaders(String script, List<String> arguments) {

    /** What Asterisk 13 to 23 send (res_agi.c, setup_env), in their order; at most 64, each has its bit. */
    private static final List<String> NAMES = List.of(
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

    private static final Map<String, Integer> PLACES =
            IntStream.range(0, NAMES.size()).boxed().collect(Collectors.toMap(NAMES::get, Function.identity()));
    /** How the lines of those begin whose value is not looked at, in the same places. */
    private static final byte[][] BEGINNINGS = NAMES.stream()
            .map(name -> (name + ": ").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final int SCRIPT = 1;
    private static final String ARGUMENT = "agi_arg_";

    public AgiHeaders {
        arguments = List.copyOf(arguments);
    }

    /** Reads up to the empty line that ends the headers; what is wrong with one of them is told only if all could be read. */
    static AgiHeaders read(BoundedLines source) throws IOException, RefusedException {
        List<String> lines = new ArrayList<>(32);
        Reading reading = new Reading();
        for (int place = 0; ; place++) {
            if (place < NAMES.size() && place != SCRIPT && source.skip(BEGINNINGS[place])) {
                reading.passed(place);
                continue;
            }
            String line = source.next();
            if (line == null) {
                throw lines.isEmpty() && reading.seen == 0
                        ? new RefusedException(Refusal.NO_REQUEST, "the connection was closed without a request")
                        : new RefusedException(Refusal.GARBAGE, "the connection was closed before the headers' end");
            }
            if (line.isEmpty()) {
                return of(reading, lines);
            }
            lines.add(line);
        }
    }

    private static AgiHeaders of(Reading reading, List<String> lines) throws RefusedException {
        for (String line : lines) {
            reading.take(line);
        }
        return new AgiHeaders(reading.script, reading.arguments);
    }

    /** The headers so far. */
    private static final class Reading {

        private final List<String> arguments = new ArrayList<>(24);
        private String script = "";
        private long seen;
        private int next;

        /** A header whose value is not looked at came in its usual place. */
        void passed(int place) {
            seen |= 1L << place;
        }

        void take(String line) throws RefusedException {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw unexpected(line, line);
            }
            int place = place(line, colon);
            if (place >= 0) {
                known(place, line, colon);
            } else if (isNextArgument(line, colon)) {
                arguments.add(line.substring(colon + 2));
            } else {
                throw unexpected(line, line.substring(0, colon));
            }
        }

        /** The header's place among those known, most often the one after the last; -1 if it is none of them. */
        private int place(String line, int colon) {
            if (next < NAMES.size() && NAMES.get(next).length() == colon && line.startsWith(NAMES.get(next))) {
                return next;
            }
            return line.startsWith(ARGUMENT) ? -1 : PLACES.getOrDefault(line.substring(0, colon), -1);
        }

        private void known(int place, String line, int colon) throws RefusedException {
            if ((seen & 1L << place) != 0) {
                throw twice(NAMES.get(place));
            }
            seen |= 1L << place;
            next = place + 1;
            if (place == SCRIPT) {
                script = line.substring(colon + 2);
            }
        }

        private boolean isNextArgument(String line, int colon) {
            String number = Integer.toString(arguments.size() + 1);
            return line.startsWith(ARGUMENT)
                    && colon == ARGUMENT.length() + number.length()
                    && line.startsWith(number, ARGUMENT.length());
        }

        private RefusedException unexpected(String line, String name) {
            if (isEarlierArgument(name)) {
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

        private boolean isEarlierArgument(String name) {
            return IntStream.rangeClosed(1, arguments.size()).anyMatch(n -> name.equals(ARGUMENT + n));
        }

        private static RefusedException twice(String name) {
            return new RefusedException(
                    Refusal.HEADER_TWICE,
                    "the header " + Escaped.text(name) + " came twice; perhaps a caller's text with line breaks");
        }
    }
}

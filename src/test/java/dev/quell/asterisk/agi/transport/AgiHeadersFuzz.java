package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.Torn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A request's headers: read the same however the network cuts them, or refused in one line; never more than the limits in memory. */
public final class AgiHeadersFuzz implements FuzzTarget {

    private static final AgiLimits LIMITS = new AgiLimits(48, 512, 4096, Duration.ofSeconds(10));
    private static final String REQUEST = """
            agi_network: yes
            agi_network_script: screen
            agi_request: agi://127.0.0.1/screen
            agi_channel: PJSIP/trunk-00000001
            agi_callerid: 13800138000
            agi_accountcode:\s
            agi_arg_1: v1
            agi_arg_2: srv=pbx

            """;

    @Override
    public List<byte[]> seeds() {
        return List.of(
                REQUEST.getBytes(StandardCharsets.ISO_8859_1),
                "agi_network: yes\n\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public List<String> words() {
        return List.of("agi_arg_1: ", "agi_arg_10: ", "agi_network_script: ", "agi_callerid: ", ": ", "\n\n");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String whole = read(new ByteArrayInputStream(input));
        String torn = read(new Torn(input, Arrays.hashCode(input)));
        Holds.that(whole.equals(torn), "the same in one piece and in many", whole, torn);
        String text = new String(input, StandardCharsets.ISO_8859_1);
        Holds.that(
                whole.isEmpty() || text.contains("\n\n") || text.startsWith("\n"), "no request without its end", whole);
    }

    private static String read(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(Channels.newChannel(in), new Deadline(), LIMITS);
        lines.allow(LIMITS.headerTime());
        try {
            AgiHeaders headers = AgiHeaders.read(lines);
            check(headers.script());
            headers.arguments().forEach(AgiHeadersFuzz::check);
            Holds.that(headers.arguments().size() <= LIMITS.lines(), "few arguments");
            return "script " + headers;
        } catch (RefusedException e) {
            Holds.oneLine(e.getMessage(), 500);
            return "";
        }
    }

    private static void check(String text) {
        Holds.that(text.chars().allMatch(c -> c >= ' ' && c != 0x7f), "no control characters of ASCII", text);
        Holds.that(text.length() <= LIMITS.line(), "a short line", text.length());
    }
}

package dev.quell.asterisk.agi;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever is sent to the FastAGI port: one answer of the protocol's alphabet or none, the connection closed in time, the next caller served. */
public final class AgiRequestFuzz implements FuzzTarget {

    private static final Pattern ANSWER =
            Pattern.compile("(SET VARIABLE \"QUELL(_[A-Z]+)?\" \"v1(:[A-Za-z0-9_.-]{0,64})+\"\n)?");

    private final FuzzedServer server = new FuzzedServer();
    private int since;

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FakeAsterisk.request(
                                "screen",
                                "v1",
                                "t=TOKEN",
                                "srv=pbx",
                                "id=1795338360.3",
                                "ch=PJSIP/trunk-00000001",
                                "num=MTM4MDAxMzgwMDA=",
                                "from=PHNpcDoxMzgwMDEzODAwMEAxMjcuMC4wLjE+O3RhZz0x",
                                "name=",
                                "div=0")
                        .getBytes(StandardCharsets.ISO_8859_1),
                FakeAsterisk.request("listen", "v1", "t=TOKEN", "srv=pbx", "id=1.1", "ch=x", "c=")
                        .getBytes(StandardCharsets.ISO_8859_1),
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public List<String> words() {
        return List.of(
                "agi_arg_2: ", "agi_arg_11: ", "t=TOKEN", "num=", "pai=", "line=", "stir=A:passed", "=\n", "v1", "v2");
    }

    @Override
    public void read(byte[] input) throws Exception {
        byte[] request = server.withToken(input);
        int cut = request.length == 0 ? 0 : Math.floorMod(Arrays.hashCode(input), request.length);
        String sent = server.exchange(Arrays.copyOf(request, cut), Arrays.copyOfRange(request, cut, request.length));
        boolean known = ANSWER.matcher(sent).matches() || sent.startsWith("GET FULL VARIABLE");
        Holds.that(known, "an answer of the protocol or none", sent);
        if (++since % 20 == 0) {
            server.isWell();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

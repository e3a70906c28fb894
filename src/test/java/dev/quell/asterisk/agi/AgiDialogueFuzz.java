package dev.quell.asterisk.agi;

import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Whatever is replied to a dialogue's commands: only commands of a dialogue are sent, it ends in time, the next caller is served. */
public final class AgiDialogueFuzz implements FuzzTarget {

    private static final Pattern COMMANDS = Pattern.compile("((GET FULL VARIABLE \"?\\$\\{[A-Za-z0-9(),_]+\\}\"?"
            + "|SET VARIABLE \"?TIMEOUT\\(absolute\\)\"? \"?[0-9.]+\"?"
            + "|SET VARIABLE \"TALK_DETECT\\(set\\)\" \"[0-9]+,[0-9]+\""
            + "|STREAM FILE \"?quell/[a-z0-9-]+\"? \"?[0-9*#]+\"?"
            + "|WAIT FOR DIGIT [0-9]+"
            + "|SET VARIABLE \"QUELL_RESULT\" \"v1:[A-Z_]+\")\n)*");

    private final FuzzedServer server = new FuzzedServer();
    private int since;

    @Override
    public List<byte[]> seeds() {
        String played = "200 result=1 (50)\n"
                + "200 result=1\n200 result=0 endpos=20000\n200 result=1\n200 result=0\n".repeat(12);
        return List.of(
                played.getBytes(StandardCharsets.ISO_8859_1),
                "200 result=1 (0)\n200 result=1\n200 result=49 endpos=800\n".getBytes(StandardCharsets.ISO_8859_1),
                "200 result=1 (0)\nHANGUP\n200 result=-1\n511 Command Not Permitted on a dead channel\n"
                        .getBytes(StandardCharsets.ISO_8859_1),
                "520-Invalid command syntax.  Proper usage follows:\nUsage: x\n520 End of proper usage.\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public List<String> words() {
        return List.of(
                "200 result=",
                "HANGUP\n",
                "510 Invalid or unknown command\n",
                "520-",
                "520 End of proper usage.\n",
                "endpos=",
                "(timeout)",
                "100 Trying\n");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String sent = server.exchange(server.request("listen"), input);
        Holds.that(COMMANDS.matcher(sent).matches(), "commands of a dialogue", sent);
        if (++since % 20 == 0) {
            server.isWell();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

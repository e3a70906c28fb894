package dev.quell.asterisk.ami.stream;

import dev.quell.asterisk.ami.stream.AmiEvent.ChannelGone;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import dev.quell.fuzz.Torn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a manager connection: the same events however they are cut, ids of the known form only, and what is genuine after them is read. */
public final class AmiStreamFuzz implements FuzzTarget {

    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";
    private static final String GENUINE =
            "\r\n\r\nEvent: Hangup\r\nPrivilege: call,all\r\nChannel: PJSIP/a-1\r\nUniqueid: 77.7\r\nLinkedid: 77.7\r\nCause: 16\r\n\r\n";

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes("Response: Success\r\nActionID: 1_2#x\r\nMessage: Authentication accepted\r\n\r\n"
                        + "Event: Newchannel\r\nChannel: PJSIP/a-1\r\nCallerIDName: x\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\n\r\n"
                        + "Event: ChannelTalkingStop\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nDuration: 840\r\n\r\n"),
                bytes("Event: QueueCallerJoin\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nQueue: support\r\nCount: 3\r\n\r\n"
                        + "Event: QueueParams\r\nQueue: support\r\nCalls: 3\r\nMax: 0\r\n\r\n"
                        + "Event: UserEvent\r\nUserEvent: QuellCanary\r\nNonce: abc\r\n\r\n"),
                bytes(
                        "Event: AgentConnect\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nQueue: q\r\nInterface: PJSIP/agent\r\n\r\nEvent: CoreShowChannelsComplete\r\n\r\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "Event: ",
                "Response: ",
                "Uniqueid: ",
                "Linkedid: ",
                "ActionID: 1_2#",
                "\r\n\r\n",
                "Count: ",
                "Duration: -",
                "Newstate",
                "ChannelState: 6");
    }

    @Override
    public void read(byte[] input) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes(BANNER));
        all.writeBytes(input);
        all.writeBytes(bytes(GENUINE));
        Heard whole = hear(new ByteArrayInputStream(all.toByteArray()));
        Heard torn = hear(new Torn(all.toByteArray(), Arrays.hashCode(input)));
        Holds.that(whole.equals(torn), "the same however it is cut", whole, torn);
        Holds.that(
                !whole.events.isEmpty() && whole.events.getLast().equals(new ChannelGone("77.7")),
                "what is genuine is read",
                whole);
        for (String line : whole.lines) {
            Holds.that(line.length() <= MessageReader.MAX_LINE, "a short line");
        }
    }

    /** What the library was shown and what was heard as events. */
    private record Heard(List<AmiEvent> events, List<String> lines) {}

    private static Heard hear(InputStream in) throws IOException {
        Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
        AmiSocket socket = new AmiSocket(new Fed(in), heard.events::add, () -> {});
        String line = socket.readLine();
        while (line != null) {
            heard.lines.add(line);
            line = socket.readLine();
        }
        return heard;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A socket that is no socket. */
    private static final class Fed extends Socket {
        private final InputStream in;

        Fed(InputStream in) {
            this.in = in;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }
}

package dev.quell.asterisk.ami.stream;

import dev.quell.asterisk.ami.stream.AmiEvent.ChannelBorn;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A caller's name as Asterisk writes it into an event, with line breaks in it: what it forges, or takes away, is seen as a tear. */
public final class AmiForgeryFuzz implements FuzzTarget {

    private static final AmiEvent GENUINE = new ChannelBorn("1.1", "1.1", "PJSIP/a-1");

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes("Alice"),
                bytes("x\r\nUniqueid: 2.2\r\nLinkedid: 2.2\r\n"),
                bytes("x\r\n\r\nEvent: Hangup\r\nUniqueid: 2.2\r\nLinkedid: 2.2\r\n\r\n"));
    }

    @Override
    public List<String> words() {
        return List.of(
                "\r\nEvent: ",
                "\r\nUniqueid: 2.2",
                "\r\nLinkedid: 2.2",
                "\r\nChannel: PJSIP/b-1",
                "\r\n\r\n",
                "Hangup",
                "Newchannel",
                "ChannelTalkingStart",
                "Response: ");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String name = new String(input, StandardCharsets.UTF_8);
        List<AmiEvent> events = events(
                "Event: Newchannel\r\nPrivilege: call,all\r\nChannel: PJSIP/a-1\r\nChannelState: 0\r\n"
                        + "CallerIDNum: 1\r\nCallerIDName: " + name
                        + "\r\nConnectedLineNum: <unknown>\r\nContext: in\r\nExten: s\r\nPriority: 1\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\n\r\n");
        boolean torn = events.stream().anyMatch(StreamTorn.class::isInstance);
        // Whoever ends the message well and begins one that Quell does not know cannot be told from Asterisk.
        boolean beyond = name.contains("\r\n\r\n");
        Holds.that(torn || beyond || events.equals(List.of(GENUINE)), "the event or a tear", events);
    }

    private static List<AmiEvent> events(String text) throws IOException {
        MessageReader reader = new MessageReader(new ByteArrayInputStream(bytes(text)));
        List<AmiEvent> events = new ArrayList<>();
        while (true) {
            try {
                Optional<AmiMessage> message = reader.next();
                if (message.isEmpty()) {
                    return events;
                }
                if (message.get().kind().equals("event") || message.get().kind().isEmpty()) {
                    EventTranslator.translate(message.get()).ifPresent(events::add);
                } else {
                    events.add(new StreamTorn(AmiEvent.Tear.FORGED));
                }
            } catch (MessageReader.OversizeException e) {
                events.add(new StreamTorn(AmiEvent.Tear.OVERSIZE));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

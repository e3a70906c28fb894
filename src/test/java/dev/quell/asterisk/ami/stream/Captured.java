package dev.quell.asterisk.ami.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an Asterisk 22.10.1 wrote to a manager connection, from the folder {@code ami} of the test resources. */
public final class Captured {

    private Captured() {}

    /** A capture as it came over the wire. */
    public static String text(String name) {
        try (InputStream in = Captured.class.getResourceAsStream("/ami/" + name + ".txt")) {
            return wire(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it goes over the wire. */
    public static String wire(String lines) {
        return lines.replace("\r", "").replace("\n", "\r\n");
    }

    /** The events that Quell reads in a text, in order. */
    public static List<AmiEvent> events(String wire) {
        MessageReader reader =
                new MessageReader(new java.io.ByteArrayInputStream(wire.getBytes(StandardCharsets.UTF_8)));
        List<AmiEvent> events = new ArrayList<>();
        try {
            for (Optional<AmiMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (!next.get().kind().equals("response")) {
                    EventTranslator.translate(next.get()).ifPresent(events::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}

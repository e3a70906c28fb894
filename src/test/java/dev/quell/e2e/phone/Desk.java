package dev.quell.e2e.phone;

import dev.quell.e2e.server.Programs;
import java.util.List;
import java.util.Map;

/** Many agents behind one address: each call is answered at once and hears speech until it is over. */
public final class Desk implements AutoCloseable {

    private final Sipp sipp;

    /** @param port the UDP port at which Asterisk calls it */
    public Desk(int port) {
        Map<String, String> values =
                Map.of("sound", Programs.get().basedir().resolve(Crowd.SOUND).toString());
        sipp = new Sipp("desk", values, Dial.TRUNK, port, List.of());
    }

    @Override
    public void close() {
        sipp.close();
    }
}

package dev.quell.e2e.phone;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.server.Ports;
import dev.quell.e2e.server.Programs;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Many callers, each with a number and a telephone of its own, who give up after a while, answered or not. */
public final class Crowd implements AutoCloseable {

    static final String SOUND = "dialplan/sounds/en/quell/line-fault.alaw";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sipp sipp;

    /** Places calls of half a second. */
    public Crowd(String prefix, String line, int size, int perSecond, String address, int asteriskPort) {
        this(prefix, line, size, perSecond, address, asteriskPort, Duration.ofMillis(500));
    }

    /**
     * Places the calls.
     *
     * @param prefix what the numbers begin with; the number of the call follows
     * @param line the number called
     * @param size how many callers
     * @param perSecond how many of them begin in a second
     * @param address own address on the loopback network; it decides over which trunk the calls come
     * @param stay how long each waits for an answer, and then talks
     */
    public Crowd(String prefix, String line, int size, int perSecond, String address, int asteriskPort, Duration stay) {
        this("crowd", prefix, line, size, perSecond, address, asteriskPort, stay, stay);
    }

    /** The same over the usual trunk, of callers who all wait until they are answered, and then talk for half a second. */
    public static Crowd patient(String prefix, String line, int size, int perSecond, int asteriskPort) {
        return new Crowd(
                "crowd", prefix, line, size, perSecond, Dial.TRUNK, asteriskPort, PATIENCE, Duration.ofMillis(500));
    }

    private Crowd(
            String scenario,
            String prefix,
            String line,
            int size,
            int perSecond,
            String address,
            int asteriskPort,
            Duration patience,
            Duration stay) {
        Map<String, String> values = Map.of(
                "prefix",
                prefix,
                "line",
                line,
                "patience",
                String.valueOf(patience.toMillis()),
                "stay",
                String.valueOf(stay.toMillis()),
                "media",
                String.valueOf(unusedPort()),
                "sound",
                Programs.get().basedir().resolve(SOUND).toString());
        List<String> options = List.of(
                "-m",
                String.valueOf(size),
                "-r",
                String.valueOf(perSecond),
                "-cid_str",
                "crowd-%u-%p",
                "127.0.0.1:" + asteriskPort);
        sipp = new Sipp(scenario, values, address, Ports.free(), options);
    }

    /** The same over the usual trunk, with sound from the answer on. */
    public static Crowd talking(String prefix, String line, int size, int perSecond, int asteriskPort, Duration stay) {
        return new Crowd("talkers", prefix, line, size, perSecond, Dial.TRUNK, asteriskPort, stay, stay);
    }

    /** How many were not answered while they waited. */
    public long unanswered() {
        return sipp.errors().split("receive timeout", -1).length - 1L;
    }

    /** Waits until the last one has hung up. */
    public void dispersed(Duration within) {
        await("crowd has hung up").atMost(within).until(() -> !sipp.running());
    }

    @Override
    public void close() {
        sipp.close();
    }

    private static int unusedPort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new IllegalStateException("no free UDP port", e);
        }
    }
}

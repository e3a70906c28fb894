package dev.quell.e2e.phone;

import dev.quell.e2e.server.Child;
import dev.quell.e2e.server.Ports;
import dev.quell.e2e.server.Programs;
import dev.quell.e2e.server.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One SIPp process that plays a scenario. The scenario's log tells what happened, an INFO moves it on. */
final class Sipp implements AutoCloseable {

    private final Path folder;
    private final String address;
    private final int port;
    private final Child process;
    private List<PhoneEvent> events = List.of();
    private long read;

    /**
     * Starts it.
     *
     * @param scenario a file of {@code src/test/resources/e2e/sipp} without its ending
     * @param values what its places are filled with
     * @param address own IP address on the loopback network
     * @param port own port
     * @param options further options, for example the remote address
     */
    Sipp(String scenario, Map<String, String> values, String address, int port, List<String> options) {
        this.folder = Programs.get().folder("sipp");
        this.address = address;
        this.port = port;
        Path file = new Template("sipp/" + scenario + ".xml").write(folder.resolve("scenario.xml"), values);
        List<String> command = new ArrayList<>(List.of("sipp"));
        command.addAll(List.of("-sf", file.toString(), "-i", address, "-p", String.valueOf(port), "-nostdin"));
        command.addAll(List.of("-trace_logs", "-log_file", log().toString(), "-skip_rlimit", "-deadcall_wait", "1000"));
        command.addAll(
                List.of("-trace_shortmsg", "-shortmessage_file", messages().toString()));
        command.addAll(List.of(
                "-trace_err", "-error_file", folder.resolve("errors.log").toString()));
        command.addAll(List.of("-mp", String.valueOf(Ports.media())));
        command.addAll(options);
        this.process = Child.start(command, folder, folder.resolve("out.log"));
    }

    /** Every event that the scenario wrote down, oldest first. */
    synchronized List<PhoneEvent> events() {
        long length = log().toFile().length();
        if (length != read) {
            events = lines(log()).stream()
                    .map(PhoneEvent::parse)
                    .flatMap(Optional::stream)
                    .toList();
            read = length;
        }
        return events;
    }

    /** Every SIP message, one line each: date, time, {@code S} or {@code R}, call id, CSeq, first line. */
    List<String> shortMessages() {
        return lines(messages());
    }

    /** Sends the scenario's call the INFO that it waits for. */
    void nudge(String callId) {
        String info = String.join(
                "\r\n",
                "INFO sip:scenario@" + address + " SIP/2.0",
                "Via: SIP/2.0/UDP " + address + ":9;branch=z9hG4bK" + System.nanoTime(),
                "From: <sip:test@" + address + ">;tag=1",
                "To: <sip:scenario@" + address + ">;tag=2",
                "Call-ID: " + callId,
                "CSeq: 1 INFO",
                "Content-Length: 0",
                "",
                "");
        byte[] bytes = info.getBytes(StandardCharsets.US_ASCII);
        try (DatagramSocket socket = new DatagramSocket()) {
            InetAddress to = InetAddress.getByName(address);
            socket.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(to, port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean running() {
        return process.running();
    }

    /** Waits for its end; whether it came in time. */
    boolean endsWithin(Duration patience) {
        return process.endsWithin(patience);
    }

    /** The errors that SIPp wrote down, for a failure's message. */
    String errors() {
        return String.join("\n", lines(folder.resolve("errors.log"))) + String.join("\n", shortMessages());
    }

    @Override
    public void close() {
        process.stop();
    }

    private Path log() {
        return folder.resolve("events.log");
    }

    private Path messages() {
        return folder.resolve("messages.log");
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

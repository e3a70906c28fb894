package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.incoming.IncomingCalls;
import dev.quell.asterisk.agi.transport.AgiLimits;
import dev.quell.asterisk.agi.transport.AgiListener;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays made-up calls through a port of its own, so that the first real call finds the whole way compiled and loaded. */
final class WarmUp {

    private static final int CALLS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final IncomingCalls calls;
    private final Rehearsal rehearsal;
    private final AgiLimits limits;
    private final Clock clock;

    WarmUp(IncomingCalls calls, Rehearsal rehearsal, AgiLimits limits, Clock clock) {
        this.calls = calls;
        this.rehearsal = rehearsal;
        this.limits = limits;
        this.clock = clock;
    }

    /** Runs; whatever fails is logged and no reason not to open the port. */
    void run() {
        InstallationToken token = InstallationToken.passing();
        var meters = new SimpleMeterRegistry();
        var refusals = new Refusals(meters, clock, "rehearsal", "The call passes.");
        var dispatcher = new Dispatcher(List.of(new ScreenScript(calls, rehearsal)), token, refusals, meters);
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Instant start = clock.instant();
        try {
            var peers = new Peers(List.of(loopback.getAddress().getHostAddress()));
            AgiListener listener = AgiListener.open(loopback, dispatcher, limits, peers, refusals);
            int done = play(listener.port(), request(token), start);
            listener.close(PATIENCE);
            LOG.debug("Rehearsed {} calls in {}", done, Duration.between(start, clock.instant()));
        } catch (IOException e) {
            LOG.warn("The rehearsal of calls failed: {}. The first calls may be slow.", e.toString());
        }
    }

    private int play(int port, byte[] request, Instant start) throws IOException {
        int done = 0;
        while (done < CALLS && clock.instant().isBefore(start.plus(LONGEST))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
                socket.getOutputStream().write(request);
                if (socket.getInputStream().readAllBytes().length == 0) {
                    throw new IOException("a made-up call got no answer");
                }
                done++;
            }
        }
        return done;
    }

    private static byte[] request(InstallationToken token) {
        return """
                agi_network: yes
                agi_network_script: screen
                agi_request: agi://127.0.0.1/screen
                agi_channel: PJSIP/rehearsal-00000001
                agi_language: en
                agi_type: PJSIP
                agi_uniqueid: 1.1
                agi_version: 22
                agi_arg_1: v1
                agi_arg_2: t=%s
                agi_arg_3: srv=rehearsal
                agi_arg_4: id=1.1
                agi_arg_5: ch=PJSIP/rehearsal-00000001
                agi_arg_6: line=10000
                agi_arg_7: num=MTM4MDAxMzgwMDA=
                agi_arg_8: from=PHNpcDoxMzgwMDEzODAwMEBleGFtcGxlLm9yZz4=

                """.formatted(token.reveal()).getBytes(StandardCharsets.US_ASCII);
    }
}

package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiListener;
import dev.quell.asterisk.protocol.Peers;
import dev.quell.asterisk.protocol.Refusals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The FastAGI port's life: opened last, after a rehearsal, and closed first, after the calls in it have ended. */
final class AgiServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgiServer.class);

    private final AgiSettings settings;
    private final Dispatcher dispatcher;
    private final Peers peers;
    private final Refusals refusals;
    private final WarmUp warmUp;
    private volatile @Nullable AgiListener listener;

    AgiServer(AgiSettings settings, Dispatcher dispatcher, Peers peers, Refusals refusals, WarmUp warmUp) {
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.peers = peers;
        this.refusals = refusals;
        this.warmUp = warmUp;
    }

    @Override
    public void start() {
        warmUp.run();
        try {
            var address = new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port());
            AgiListener opened = AgiListener.open(address, dispatcher, settings.limits(), peers, refusals);
            listener = opened;
            LOG.info("Calls are screened at agi://{}:{}", settings.bind(), opened.port());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot open the FastAGI port " + settings.bind() + ":" + settings.port() + ": " + e.getMessage()
                            + ". Is another Quell running? quell.asterisk.agi.bind must be an address of this machine, quell.asterisk.agi.port a free port",
                    e);
        }
    }

    @Override
    public void stop() {
        AgiListener open = listener;
        listener = null;
        if (open != null) {
            open.close(settings.drain());
        }
    }

    /** The open port, 0 while it is closed. */
    int port() {
        AgiListener open = listener;
        return open == null ? 0 : open.port();
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

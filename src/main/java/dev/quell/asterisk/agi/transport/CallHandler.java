package dev.quell.asterisk.agi.transport;

import java.time.Duration;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;

/** Serves one connection: asterisk-java's handler with our reader, our channel and one script for all, which chooses by the request. */
final class CallHandler extends FastAgiConnectionHandler {

    private final Connection connection;
    private final Duration headerTime;

    CallHandler(Connection connection, AgiScript script, Duration headerTime) {
        super((request, channel) -> script, connection, CallChannel::of);
        this.connection = connection;
        this.headerTime = headerTime;
    }

    @Override
    protected AgiReader createReader() {
        return new CheckedReader(connection, super.createReader(), headerTime);
    }
}

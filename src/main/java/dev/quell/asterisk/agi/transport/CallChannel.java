package dev.quell.asterisk.agi.transport;

import java.time.Duration;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiWriter;
import org.asteriskjava.fastagi.internal.AgiChannelImpl;

/** The commands of one call's dialogue. */
public final class CallChannel extends AgiChannelImpl {

    private final Connection connection;

    CallChannel(AgiRequest request, AgiWriter writer, AgiReader reader, Connection connection) {
        super(request, writer, reader);
        this.connection = connection;
    }

    /** Says how long the reply to the next command may take; after it the call counts as gone. */
    public void expectReplyWithin(Duration time) {
        connection.expectReplyWithin(time);
    }
}

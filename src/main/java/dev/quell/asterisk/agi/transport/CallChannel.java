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

    /** Lets new calls go first if many of them wait, for a moment at most. */
    public void giveWay() {
        connection.turn().giveWay();
    }

    /** Says how long the reply to the next command may take; after it the call counts as gone. */
    public void expectReplyWithin(Duration time) {
        connection.expectReplyWithin(time);
    }
}

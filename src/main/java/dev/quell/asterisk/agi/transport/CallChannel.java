package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiWriter;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.asteriskjava.fastagi.internal.AgiChannelImpl;

/** One call's AGI channel. */
public final class CallChannel extends AgiChannelImpl {

    private static final Duration GOODBYE = Duration.ofMillis(500);

    private final Connection connection;
    private final CheckedReader reader;

    CallChannel(AgiRequest request, AgiWriter writer, CheckedReader reader) {
        super(request, writer, reader);
        this.connection = reader.connection();
        this.reader = reader;
    }

    /** For {@link org.asteriskjava.fastagi.AgiChannelFactory}; the reader is ours, see {@link CallHandler}. */
    static CallChannel of(AgiRequest request, AgiWriter writer, AgiReader reader) {
        return new CallChannel(request, writer, (CheckedReader) reader);
    }

    /** The headers, if they may be answered. */
    public AgiHeaders headers() throws RefusedException {
        return switch (reader.request()) {
            case CheckedRequest.Accepted(AgiHeaders headers) -> headers;
            case CheckedRequest.Refused(RefusedException why) -> throw why;
        };
    }

    public InetAddress peer() {
        return connection.getRemoteAddress();
    }

    /** Says how long the reply to the next command may take; after it the call counts as gone. */
    public void expectReplyWithin(Duration time) {
        connection.expectReplyWithin(time);
    }

    /** Sets one variable as the last command: no reply is waited for, and nothing can be sent after it. */
    public void answer(String variable, String value) throws AgiException {
        try {
            connection.write(new SetVariableCommand(variable, value).buildCommand() + "\n");
            connection.finish();
        } catch (IOException e) {
            throw new AgiNetworkException("The answer could not be sent: " + e.getMessage(), e);
        }
    }

    /** After {@link #answer}: reads what Asterisk still says, so that no reset of the connection cuts its reading short. */
    public void linger() {
        connection.linger(GOODBYE);
    }

    /** Sets a variable; asterisk-java's own status variable is left out, for it costs a round trip and is never believed. */
    @Override
    public void setVariable(String name, String value) throws AgiException {
        if (!name.equals("AJ_AGISTATUS")) {
            super.setVariable(name, value);
        }
    }
}

package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.time.Duration;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.reply.AgiReply;

/** Asterisk-java's reader, with the headers checked before it sees them. A refused request is kept for the script, not thrown. */
final class CheckedReader implements AgiReader {

    private final Connection connection;
    private final AgiReader reader;
    private final Duration headerTime;
    private CheckedRequest request =
            new CheckedRequest.Refused(new RefusedException(Refusal.NO_REQUEST, "no request was read"));

    CheckedReader(Connection connection, AgiReader reader, Duration headerTime) {
        this.connection = connection;
        this.reader = reader;
        this.headerTime = headerTime;
    }

    @Override
    public AgiRequest readRequest() throws AgiException {
        request = check();
        connection.replayEnd();
        return reader.readRequest();
    }

    private CheckedRequest check() {
        try {
            return new CheckedRequest.Accepted(connection.readHeaders(headerTime));
        } catch (RefusedException e) {
            return new CheckedRequest.Refused(e);
        } catch (IOException e) {
            return new CheckedRequest.Refused(
                    new RefusedException(Refusal.NO_REQUEST, "the connection broke before the request's end"));
        }
    }

    @Override
    public AgiReply readReply() throws AgiException {
        return reader.readReply();
    }

    Connection connection() {
        return connection;
    }

    CheckedRequest request() {
        return request;
    }
}

package dev.quell.asterisk.agi.transport;

import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiNetworkException;
import org.jspecify.annotations.Nullable;

/** One request over one connection, and its answer. */
public final class AgiCall {

    private final Connection connection;
    private final @Nullable AgiHeaders headers;
    private final @Nullable RefusedException refused;

    private AgiCall(Connection connection, @Nullable AgiHeaders headers, @Nullable RefusedException refused) {
        this.connection = connection;
        this.headers = headers;
        this.refused = refused;
    }

    /**
     * Reads a request's headers; what is wrong with them is kept for who asks for them.
     *
     * @param late whether the request may be so old that nobody waits for its answer any more: then another instance may have been asked, and a
     *     verdict of ours would be about a call that went another way
     */
    static AgiCall read(Connection connection, Duration headerTime, BooleanSupplier late) {
        try {
            AgiHeaders headers = connection.readHeaders(headerTime);
            if (late.getAsBoolean() && connection.isAbandoned()) {
                throw new RefusedException(
                        Refusal.LATE,
                        "Asterisk gave the request up before it was its turn; is the machine overloaded, or was it or the process stopped?");
            }
            return new AgiCall(connection, headers, null);
        } catch (RefusedException e) {
            return new AgiCall(connection, null, e);
        } catch (IOException e) {
            return new AgiCall(
                    connection,
                    null,
                    new RefusedException(Refusal.NO_REQUEST, "the connection broke before the request's end"));
        }
    }

    /** The headers, if they may be answered. */
    public AgiHeaders headers() throws RefusedException {
        if (refused != null) {
            throw refused;
        }
        return Objects.requireNonNull(headers);
    }

    /** The host that asks. */
    public InetAddress peer() {
        return connection.getRemoteAddress();
    }

    /** The channel for commands that wait for their replies; from now on new calls go before it. */
    public CallChannel commands() throws AgiException {
        connection.turn().over();
        return Library.channel(connection);
    }

    /**
     * Sets one variable as the last command: no reply is waited for, and nothing can be sent after it.
     *
     * @param value without quotes and backslashes
     */
    public void answer(String variable, String value) throws AgiException {
        try {
            connection.last("SET VARIABLE \"" + variable + "\" \"" + value + "\"\n");
        } catch (IOException e) {
            throw new AgiNetworkException("The answer could not be sent: " + e.getMessage(), e);
        }
    }
}

package dev.quell.asterisk.agi.transport;

import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiReader;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;

/** Gives out asterisk-java's reader and writer of commands and replies, which it keeps for its own handler. */
final class Library extends FastAgiConnectionHandler {

    private Library(Connection connection) {
        super((request, channel) -> null, connection, (request, writer, reader) -> null);
    }

    /** A channel over a connection whose headers have been read: the library is shown an empty request. */
    static CallChannel channel(Connection connection) throws AgiException {
        Library library = new Library(connection);
        AgiReader reader = library.createReader();
        connection.showEmptyRequest();
        return new CallChannel(reader.readRequest(), library.createWriter(), reader, connection);
    }
}

package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Form;
import dev.quell.asterisk.protocol.RefusedException;
import org.asteriskjava.fastagi.AgiException;

/** What the dialplan can ask for over FastAGI. One instance serves all calls. */
interface CallScript {

    /** The path of the AGI address that leads here. */
    String name();

    /** The keys that it takes. */
    Form form();

    /** Serves one request whose arguments and token are good; the returned answer is sent as the last command. */
    Answer serve(Arguments arguments, AgiCall asked) throws RefusedException, AgiException;
}

package dev.quell.bench.server;

import java.io.IOException;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;

/** The second baseline: asterisk-java's server as it comes, with a script that sets the one variable and does nothing else. */
public final class StockServer {

    private static final String ANSWER = "v1:PASS:ORDINARY:abcdefghijklmnopqrstuvwxyz:00420815:128:standard:queue:";

    private StockServer() {}

    /** Serves until the process ends. First argument: the port. */
    public static void main(String[] args) throws IOException {
        DefaultAgiServer server = new DefaultAgiServer(new Empty());
        server.setPort(Integer.parseInt(args[0]));
        server.startup();
    }

    private static final class Empty implements AgiScript {

        @Override
        public void service(AgiRequest request, AgiChannel channel) throws AgiException {
            channel.setVariable("QUELL", ANSWER);
        }
    }
}

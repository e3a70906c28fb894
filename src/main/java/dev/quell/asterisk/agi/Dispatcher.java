package dev.quell.asterisk.agi;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.agi.transport.AgiHandler;
import dev.quell.asterisk.agi.transport.AgiHeaders;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Escaped;
import dev.quell.asterisk.protocol.InstallationToken;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.Refusals;
import dev.quell.asterisk.protocol.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The script behind every FastAGI request: checks it, gives it to the script that it names, and counts. Throws nothing; whatever fails, the call passes. */
final class Dispatcher implements AgiHandler {

    private static final String VERSION = "v1";
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Map<String, CallScript> scripts = new TreeMap<>();
    private final InstallationToken token;
    private final Refusals refusals;
    private final RequestTimers timers;

    Dispatcher(List<CallScript> scripts, InstallationToken token, Refusals refusals, MeterRegistry meters) {
        scripts.forEach(script -> this.scripts.put(script.name(), script));
        this.token = token;
        this.refusals = refusals;
        this.timers = new RequestTimers(meters);
    }

    @Override
    public void serve(AgiCall call) {
        long started = System.nanoTime();
        String asked = "connection";
        try {
            AgiHeaders headers = call.headers();
            CallScript script = script(headers);
            asked = script.name();
            run(script, arguments(headers, script), call, started);
        } catch (RefusedException e) {
            refusals.note(e, call.peer().getHostAddress(), asked);
        } catch (AgiHangupException e) {
            timers.count(started, asked, "gone");
        } catch (AgiException e) {
            LOG.warn("Asterisk did not take {}'s commands: {}. The call passes.", asked, Escaped.text(e.toString()));
            timers.count(started, asked, "broken");
        } catch (RuntimeException e) {
            LOG.error("{} failed; the call passes. This is a fault of Quell, please report it.", asked, e);
            timers.count(started, asked, "failed");
        }
    }

    private void run(CallScript script, Arguments arguments, AgiCall call, long started)
            throws RefusedException, AgiException {
        Answer answer = script.serve(arguments, call);
        try {
            call.answer(answer.variable(), answer.value());
            timers.count(started, script.name(), answer.result());
        } finally {
            answer.then().run();
        }
    }

    private CallScript script(AgiHeaders headers) throws RefusedException {
        CallScript script = scripts.get(headers.script());
        if (script == null) {
            throw new RefusedException(
                    Refusal.SCRIPT_UNKNOWN,
                    "there is no script " + Escaped.text(headers.script()) + "; there are "
                            + String.join(", ", scripts.keySet()));
        }
        return script;
    }

    private Arguments arguments(AgiHeaders headers, CallScript script) throws RefusedException {
        List<String> arguments = headers.arguments();
        String version = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!version.equals(VERSION)) {
            throw new RefusedException(
                    Refusal.VERSION,
                    "the first argument is " + Escaped.text(version) + ", not " + VERSION
                            + "; dialplan and service must be of the same release");
        }
        return Arguments.read(unpacked(arguments.subList(1, arguments.size())), script.form(), token);
    }

    /** Several pairs may stand in one argument with {@code &} between them; no word and no BASE64 has that character. */
    private static List<String> unpacked(List<String> arguments) {
        return arguments.size() == 1 ? List.of(arguments.getFirst().split("&", -1)) : arguments;
    }
}

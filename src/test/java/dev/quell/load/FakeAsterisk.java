package dev.quell.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Asterisk with Quell's dialplan, as far as the service sees it. Every method blocks and may be called from many threads at once; platform threads cost
 * the least, virtual threads hold ten thousand dialogues.
 */
public final class FakeAsterisk implements AutoCloseable {

    /** The dialplan's QUELL_GUARD. */
    public static final Duration GUARD = Duration.ofMillis(1500);

    private static final Duration HTTP_TIME = Duration.ofSeconds(2);
    /** Sets a variable; the name may be quoted, the value's quotes go. */
    private static final Pattern SET = Pattern.compile("SET VARIABLE \"?(\\w+)\"? \"?([^\"]*)\"?");

    private final Guard guard = new Guard();
    private final AgiExchange agi;
    private final Told told;
    private final String name;
    private final String token;

    /**
     * Connects to nothing yet.
     *
     * @param agi the service's FastAGI port
     * @param http the service's HTTP port
     * @param name this Asterisk's name, QUELL_SERVER
     * @param token the installation token
     */
    public FakeAsterisk(InetSocketAddress agi, InetSocketAddress http, String name, String token) {
        this.agi = new AgiExchange(agi, guard);
        this.told = new Told(http, guard);
        this.name = name;
        this.token = token;
    }

    /** Asks for a verdict as the dialplan does, within {@link #GUARD}; never throws, as a dialplan never does. Returns when the call would go on. */
    public Answer screen(PlacedCall call) {
        return screen(call, GUARD);
    }

    /** The same within another time, as where several services share the guard's. */
    public Answer screen(PlacedCall call, Duration within) {
        long began = System.nanoTime();
        StringBuilder value = new StringBuilder();
        try {
            agi.run(AgiRequest.screen(call, name, token), within, command -> {
                keep(command, "QUELL", value);
                return Replies.DONE;
            });
        } catch (IOException e) {
            boolean late = System.nanoTime() - began >= within.toNanos();
            // A variable that was set before the connection broke is set.
            return value.isEmpty()
                    ? new Answer.Unscreened(late ? "UNSCREENED_GUARD" : "UNSCREENED_FAILED", e.toString())
                    : Answer.of(value.toString());
        }
        return Answer.of(value.toString());
    }

    private static boolean keep(String command, String variable, StringBuilder value) {
        Matcher set = SET.matcher(command);
        if (!set.matches() || !set.group(1).equals(variable)) {
            return false;
        }
        value.setLength(0);
        value.append(set.group(2));
        return true;
    }

    /**
     * Asks for a dialogue and carries its commands out.
     *
     * @param script {@code listen} or {@code challenge}
     * @param caller carries out every command but the last
     * @param time the longest that the whole dialogue may take
     * @return the value of QUELL_RESULT, empty if there was none
     * @throws IOException if the connection breaks or takes longer
     */
    public String dialogue(String script, PlacedCall call, Answer.Verdict verdict, Duration time, Replies caller)
            throws IOException {
        return asked(AgiRequest.dialogue(script, call, name, token, verdict), time, caller);
    }

    /**
     * Asks where a caller goes whom an agent has flagged.
     *
     * @return the value of QUELL_RESULT, empty if there was none
     * @throws IOException if the connection breaks or takes longer than {@link #GUARD}
     */
    public String flag(PlacedCall call, AgentsFlag flag) throws IOException {
        return asked(AgiRequest.flag(call, name, token, flag), GUARD, command -> Replies.DONE);
    }

    private String asked(byte[] request, Duration time, Replies caller) throws IOException {
        StringBuilder result = new StringBuilder();
        agi.run(request, time, command -> keep(command, "QUELL_RESULT", result) ? Replies.DONE : caller.to(command));
        return result.toString();
    }

    /**
     * Tells a flag late, once; {@code OK} is the answer to a telling that need not come again.
     *
     * @throws IOException if the service did not answer within the dialplan's time
     */
    public String flagged(PlacedCall call, AgentsFlag flag) throws IOException {
        return told.post("/asterisk/v1/flag", flag.form(call, name, token), HTTP_TIME);
    }

    /**
     * Tells how a call ended, once; {@code OK} is the answer to a telling that need not come again.
     *
     * @throws IOException if the service did not answer within the dialplan's time
     */
    public String ended(PlacedCall call, Ending ending) throws IOException {
        return told.post("/asterisk/v1/ended", ending.form(call, name, token), HTTP_TIME);
    }

    @Override
    public void close() {
        guard.close();
    }
}

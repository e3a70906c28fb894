package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.stream.AmiConnection;
import dev.quell.call.CallId;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.Flags;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves callers by the action Redirect, after Asterisk has said that the channel still belongs to the call, since channel names come again, and that the
 * dialplan has the place they go to: Redirect to a place that is not there is confirmed, and the caller is hung up. Whose the channel is says the dialplan's
 * own QUELL_ID: the linked id is another one as soon as the caller talks with somebody whose channel is older than the call. Whether the agent still has the
 * caller is asked last, right before Redirect: a caller who was transferred meanwhile talks with a colleague.
 */
final class AmiCallRedirector implements CallRedirector {

    private static final Logger log = LoggerFactory.getLogger(AmiCallRedirector.class);
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9_.:/@+;-]{1,128}");
    private static final String CONTEXT = "quell-moved";
    private static final String GONE = "No such channel";

    private final AsteriskLinks links;
    private final Duration patience;

    /** @param patience for each of the four responses */
    AmiCallRedirector(AsteriskLinks links, Duration patience) {
        this.links = links;
        this.patience = patience;
    }

    @Override
    public Moved move(CallId id, String channel, String agent, Flags.Destination to) {
        Optional<AmiConnection> connection = connection(id.server());
        if (connection.isEmpty() || !CHANNEL.matcher(channel).matches()) {
            return unreachable(id);
        }
        try {
            return move(connection.get(), id, channel, new Holder(agent), to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(id, "interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return failed(id, "Asterisk did not answer within " + patience.toMillis() + " ms");
        }
    }

    /** Whether the connection to an Asterisk is up. */
    boolean reaches(String server) {
        return connection(server).isPresent();
    }

    /** Says that no connection to the call's Asterisk is up. */
    Moved unreachable(CallId id) {
        return failed(
                id,
                "no manager connection to " + id.server()
                        + " is up, neither here nor at another instance; look at quell.ami.servers and at quell.ami.connected of each");
    }

    private Optional<AmiConnection> connection(String server) {
        return links.find(server).flatMap(link -> link.connection());
    }

    private Moved move(AmiConnection connection, CallId id, String channel, Holder agent, Flags.Destination to)
            throws InterruptedException, ExecutionException, TimeoutException {
        ManagerResponse owner = ask(connection, new GetVarAction(channel, "QUELL_ID"));
        if (owner instanceof ManagerError) {
            return GONE.equals(owner.getMessage()) ? Moved.GONE : failed(id, owner.getMessage());
        }
        if (!id.linkedId().equals(owner.getAttribute("Value"))) {
            return Moved.GONE;
        }
        String place = "DIALPLAN_EXISTS(" + CONTEXT + "," + extension(to) + ",1)";
        if (!"1".equals(ask(connection, new GetVarAction(place)).getAttribute("Value"))) {
            return failed(id, "the dialplan has no " + CONTEXT + "; run dialplan/install.sh again");
        }
        if (agent.isNamed()
                && (bookedElsewhere(id, agent)
                        || !agent.isAmong(ask(connection, new GetVarAction(channel, "BRIDGEPEER"))
                                .getAttribute("Value")))) {
            log.info("The caller of {} is not moved: {} does not have the call any more.", id, agent);
            return Moved.ELSEWHERE;
        }
        ManagerResponse answer = ask(connection, new RedirectAction(channel, CONTEXT, extension(to), 1));
        return answer instanceof ManagerError ? failed(id, answer.getMessage()) : Moved.MOVED;
    }

    /** Whether the events have told of another agent; that they told of none says nothing. */
    private boolean bookedElsewhere(CallId id, Holder agent) {
        return links.find(id.server()).stream()
                .flatMap(link -> link.book().live().stream())
                .filter(call -> call.id().equals(id) && !call.agent().isEmpty())
                .anyMatch(call -> !agent.is(call.agent()));
    }

    private ManagerResponse ask(AmiConnection connection, ManagerAction action)
            throws InterruptedException, ExecutionException, TimeoutException {
        return connection.send(action).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String extension(Flags.Destination to) {
        return switch (to) {
            case LISTEN -> "listen";
            case DETER -> "deter";
        };
    }

    private static Moved failed(CallId id, String why) {
        log.warn(
                "The caller of {} could not be moved away from the agent: {}. The agent's code in the call still works.",
                id,
                why);
        return Moved.FAILED;
    }
}

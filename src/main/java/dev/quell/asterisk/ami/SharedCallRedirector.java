package dev.quell.asterisk.ami;

import dev.quell.call.CallId;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.Flags;
import dev.quell.share.Errands;
import dev.quell.share.Lease;
import dev.quell.share.Leases;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves callers where several instances could: whoever has the call's lease acts, over its own connection to the call's Asterisk, or over that of another
 * instance if it has none.
 */
final class SharedCallRedirector implements CallRedirector {

    /** Longer than a move takes, so that a second press of a button finds the first one's lease. */
    static final Duration TERM = Duration.ofSeconds(10);

    static final String KIND = "redirect";

    private static final Logger log = LoggerFactory.getLogger(SharedCallRedirector.class);
    private static final Pattern ERRAND =
            Pattern.compile("([A-Za-z0-9-]{1,32}) ([^ ]{1,128}) ([A-Za-z0-9_.:/@+;-]{1,128}) (LISTEN|DETER)"
                    + "(?: ([A-Za-z0-9_.:/@+-]{1,128}))?");

    private final AmiCallRedirector own;
    private final Leases leases;
    private final Errands errands;
    private final Duration patience;

    /** @param patience for another instance's answer */
    SharedCallRedirector(AmiCallRedirector own, Leases leases, Errands errands, Duration patience) {
        this.own = own;
        this.leases = leases;
        this.errands = errands;
        this.patience = patience;
        errands.serve(KIND, this::forAnother);
    }

    @Override
    public Moved move(CallId id, String channel, String agent, Flags.Destination to) {
        Optional<Lease> lease = leases.take(KIND + ":" + id.server() + ":" + id.linkedId(), TERM);
        if (lease.isEmpty()) {
            log.info("Another instance moves the caller of {} just now.", id);
            return Moved.UNDER_WAY;
        }
        Moved moved = own.reaches(id.server()) ? own.move(id, channel, agent, to) : byAnother(id, channel, agent, to);
        if (moved == Moved.FAILED || moved == Moved.ELSEWHERE) {
            leases.giveBack(lease.get());
        }
        return moved;
    }

    private Moved byAnother(CallId id, String channel, String agent, Flags.Destination to) {
        String interfaceName = new Holder(agent).isNamed() ? " " + agent : "";
        String errand = id.server() + " " + id.linkedId() + " " + channel + " " + to + interfaceName;
        try {
            Optional<Moved> moved = ERRAND.matcher(errand).matches()
                    ? errands.ask(KIND, errand, patience)
                            .get(patience.toMillis() * 2, TimeUnit.MILLISECONDS)
                            .map(Moved::valueOf)
                    : Optional.empty();
            return moved.orElseGet(() -> own.unreachable(id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            log.warn("Another instance could not be asked to move the caller of {}.", id, e);
        }
        return Moved.FAILED;
    }

    /** The one among those that reach the Asterisk that is quickest does it. */
    private Optional<String> forAnother(String errand) {
        Matcher read = ERRAND.matcher(errand);
        if (!read.matches() || !own.reaches(read.group(1))) {
            return Optional.empty();
        }
        CallId id = new CallId(read.group(1), read.group(2));
        return leases.take(KIND + "-errand:" + id.server() + ":" + id.linkedId(), TERM)
                .map(lease -> done(
                        lease,
                        id,
                        read.group(3),
                        Objects.requireNonNullElse(read.group(5), ""),
                        Flags.Destination.valueOf(read.group(4))));
    }

    private String done(Lease lease, CallId id, String channel, String agent, Flags.Destination to) {
        Moved moved = own.move(id, channel, agent, to);
        if (moved == Moved.FAILED || moved == Moved.ELSEWHERE) {
            leases.giveBack(lease);
        }
        return moved.name();
    }
}

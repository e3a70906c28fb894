package dev.quell.console.live;

import dev.quell.jobs.Jobs;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The streams of all open pages: {@value #MOST} at most, {@value #MOST_OF_ACCOUNT} of one account and {@value #MOST_OF_SESSION} of one session,
 * whose oldest makes room for the next. Looks once a second for what is new, for all of them together, while there is a page that wants to know. A stream ends with its session, within a second when roles or interface of its account change or it is disabled, and after five minutes anyway: whoever opens it again is asked who it is.
 */
@Component
public final class Streams implements SmartLifecycle {
    /** Most streams at once. */
    static final int MOST = 500;
    /** Most streams of one account: nobody takes everybody's places by signing in often. */
    static final int MOST_OF_ACCOUNT = 12;
    /** Most streams of one session: a browser has six connections to one host, and pages need some of them. */
    static final int MOST_OF_SESSION = 4;

    /** The page's own name for its stream. */
    private static final String PAGE = "page";
    /** The name of the stream that it takes the place of. */
    private static final String INSTEAD = "instead";

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration TERM = Duration.ofMinutes(5);
    private static final String RETRY_SECONDS = "10";
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Supplier<Marks> look;
    private final Function<String, Object> standing;
    private final Clock clock;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService rounds;
    private volatile @Nullable Look latest;

    @Autowired
    Streams(LiveView view, Accounts accounts, Clock clock, MeterRegistry meters) {
        this(view::marks, name -> accounts.find(name).map(Standing::of), clock, meters);
    }

    /**
     * @param look what there is to see
     * @param standing what of an account of a name ends its streams when it changes
     */
    Streams(Supplier<Marks> look, Function<String, Object> standing, Clock clock, MeterRegistry meters) {
        this.look = look;
        this.standing = standing;
        this.clock = clock;
        Gauge.builder("quell.console.streams", open, Set::size)
                .description("Open pages that are told of what is new")
                .register(meters);
    }

    /** Who somebody is as far as a page shows more or less by it. */
    private record Standing(Set<Role> roles, Optional<String> agent, boolean disabled, Instant passwordAt) {
        static Standing of(Account account) {
            return new Standing(account.roles(), account.agent(), account.disabled(), account.passwordAt());
        }
    }

    /**
     * Answers a request by a stream, which stays open when this returns; by 503 if there are too many. It takes the place of the stream that the request names,
     * which is that of the page that stood in its window before.
     *
     * @param mark what of it changes when there is something new to see
     * @param pace at least so long from one event to the next
     */
    public void open(
            HttpServletRequest request, HttpServletResponse response, Function<Marks, Object> mark, Duration pace)
            throws IOException {
        HttpSession session = request.getSession(false);
        String account = Objects.requireNonNullElse(request.getRemoteUser(), "");
        if (session == null || !isRunning()) {
            refuse(response);
            return;
        }
        SessionStreams ofSession = SessionStreams.of(session);
        ofSession.makeRoom(request.getParameter(INSTEAD), MOST_OF_SESSION);
        if (open.size() >= MOST || of(account) >= MOST_OF_ACCOUNT) {
            refuse(response);
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that gathers answers would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        LiveStream.Owner owner = new LiveStream.Owner(account, standing.apply(account), request.getParameter(PAGE));
        begin(request.startAsync(request, response), owner, mark, pace, ofSession);
    }

    private long of(String account) {
        return open.stream().filter(stream -> stream.isOf(account)).count();
    }

    private void begin(
            AsyncContext context,
            LiveStream.Owner owner,
            Function<Marks, Object> mark,
            Duration pace,
            SessionStreams ofSession)
            throws IOException {
        context.setTimeout(0);
        AtomicReference<@Nullable LiveStream> self = new AtomicReference<>();
        LiveStream stream = new LiveStream(context, owner, mark, recent(), pace, clock.instant(), () -> {
            LiveStream ended = self.get();
            if (ended != null) {
                open.remove(ended);
                ofSession.remove(ended);
            }
        });
        self.set(stream);
        context.addListener(stream);
        open.add(stream);
        ofSession.add(stream);
        stream.begin();
    }

    private static void refuse(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    /** How many are open. */
    int size() {
        return open.size();
    }

    /** A look that is a round old at most: many pages may be opened at once. */
    private Marks recent() {
        Look last = latest;
        Instant now = clock.instant();
        if (last == null || now.isBefore(last.at()) || !now.isBefore(last.at().plus(ROUND))) {
            last = new Look(now, look.get());
            latest = last;
        }
        return last.marks();
    }

    private record Look(Instant at, Marks marks) {}

    /** One look at what is new. */
    void round() {
        Instant now = clock.instant();
        for (LiveStream stream : open) {
            try {
                if (stream.isOver(TERM, now) || !stream.stands(standing)) {
                    stream.end();
                } else {
                    stream.round(now, BEAT, this::recent);
                }
            } catch (RuntimeException e) {
                LOG.warn("an open page is not told of what is new any more; it says so itself. Please report this.", e);
                stream.end();
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService timer = Jobs.timer("quell-console-streams");
        var _ = timer.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
        rounds = timer;
    }

    /** Ends all of them: a graceful stop waits for answers that last. */
    @Override
    public void stop() {
        ScheduledExecutorService timer = rounds;
        rounds = null;
        if (timer != null) {
            timer.shutdownNow();
        }
        Set.copyOf(open).forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    /** Before the web server waits for its requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

package dev.quell.web.idempotency;

import dev.quell.security.Paths;
import dev.quell.security.ProblemWriter;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Person;
import dev.quell.share.KeptAnswers;
import dev.quell.share.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a request with an {@code Idempotency-Key} once: the same again gets the answer of then, while it is being done 409, another request with the key 422.
 * An answer is durable before it is sent. A request that was begun and of which no answer came, since the service ended meanwhile, is never done again with the
 * same key: that it may have been done is the answer. What failed here (500 and above), or was refused for its haste, is not kept and may be tried again, unless it failed
 * when its deed was {@link Done}.
 */
@Component
@Order(20)
final class IdempotencyFilter extends OncePerRequestFilter {

    /** The header of a request. */
    static final String KEY = "Idempotency-Key";

    /** The header of an answer that was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    /** Longer than any request takes. */
    private static final Duration TERM = Duration.ofMinutes(15);

    private final KeptAnswers answers;
    private final RateLimits limits;
    private final IdempotencySettings settings;
    private final ProblemWriter problems;
    private final Clock clock;

    IdempotencyFilter(
            KeptAnswers answers, RateLimits limits, IdempotencySettings settings, ProblemWriter problems, Clock clock) {
        this.answers = answers;
        this.limits = limits;
        this.settings = settings;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !WRITES.contains(HttpMethod.valueOf(request.getMethod()))
                || !KeyedPaths.has(Paths.whole(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Person> person = CurrentPerson.find();
        if (person.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        List<String> headers = Collections.list(request.getHeaders(KEY));
        Optional<RequestKey> key =
                headers.size() == 1 ? RequestKey.of(person.get().id(), headers.getFirst()) : Optional.empty();
        if (key.isEmpty()) {
            problems.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    KEY
                            + " is not one text of 1 to 255 characters in quotes, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
        } else if (admits(person.get(), response)) {
            claimed(key.get(), request, response, chain);
        }
    }

    private boolean admits(Person person, HttpServletResponse response) throws IOException {
        Duration wait = limits.ask("idempotency:" + person.id(), settings.requests(), settings.keep());
        if (wait.isPositive()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(wait.plusNanos(999_999_999).toSeconds()));
            problems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "More requests with an " + KEY
                            + " came than quell.idempotency.requests lets through; nothing was done.");
        }
        return !wait.isPositive();
    }

    private void claimed(RequestKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String mark = Mark.at(clock.instant());
        Optional<KeptAnswers.Claim> claim = claim(key, mark);
        if (claim.isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The " + KEY + " cannot be written down now, so nothing was done; make the request again later.");
            return;
        }
        switch (claim.get()) {
            case KeptAnswers.Mine() -> serve(key, mark, request, response, chain);
            case KeptAnswers.Running(String owner) ->
                problems.write(response, HttpStatus.CONFLICT, begun(owner, request.getRequestURI()));
            case KeptAnswers.Done(String sealed) -> replay(key, sealed, request, response);
        }
    }

    /** What is known of a request that has begun. */
    private String begun(String owner, String path) {
        return Mark.since(owner)
                .filter(at -> !clock.instant().isBefore(at.plus(TERM)))
                .map(at -> "The request with this " + KEY + " began at " + at
                        + " and its outcome is unknown: the service ended before the answer was kept. It is not done again. Look at "
                        + path + " and at /api/v1/audit whether it was done; if not make it again with another key.")
                .orElse("The request with this " + KEY + " is still being done; make it again later for its answer.");
    }

    private Optional<KeptAnswers.Claim> claim(RequestKey key, String mark) {
        try {
            return Optional.of(answers.claim(key.name(), mark, settings.keep()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "A request with an Idempotency-Key is refused, its key cannot be written down: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void serve(
            RequestKey key, String mark, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadRequest read = new ReadRequest(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(read, answer);
            done = isAnswer(answer) || (Done.noted(request) && !answer.isCommitted());
            if (done) {
                keep(key, read, answer);
            }
        } finally {
            // A deed that is done and whose answer was lost keeps its key closed.
            if (!done && !Done.noted(request)) {
                giveBack(key, mark);
            }
        }
        answer.copyBodyToResponse();
    }

    private void giveBack(RequestKey key, String mark) {
        try {
            answers.giveBack(key.name(), mark);
        } catch (RuntimeException e) {
            LOG.warn("The key of a request that was not done is closed for {}: {}", settings.keep(), e.getMessage());
        }
    }

    private static boolean isAnswer(ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        return !answer.isCommitted()
                && status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && status != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private void keep(RequestKey key, ReadRequest request, ContentCachingResponseWrapper answer) {
        byte[] kept = KeptAnswer.of(request.fingerprint(), answer).bytes();
        try {
            answers.keep(key.name(), Sealed.seal(kept, key), settings.keep());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The answer to a request with an Idempotency-Key is not kept, its key is closed for {}: {}",
                    settings.keep(),
                    e.getMessage());
        }
    }

    private void replay(RequestKey key, String sealed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        KeptAnswer kept = KeptAnswer.read(Sealed.open(sealed, key)
                .orElseThrow(() -> new IOException("a kept answer was sealed with another key")));
        if (!kept.request().equals(new ReadRequest(request).fingerprint())) {
            problems.write(
                    response,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This " + KEY
                            + " was used for another request; nothing was done. Each request needs a key of its own.");
            return;
        }
        response.setHeader(REPLAYED, "true");
        if (kept.whole()) {
            kept.write(response);
        } else {
            problems.write(
                    response,
                    HttpStatus.CONFLICT,
                    "The request with this " + KEY + " was done, with status " + kept.status()
                            + "; its answer was too long to be kept.");
        }
    }
}

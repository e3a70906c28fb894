package dev.quell.e2e.stage;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the service's log says of one scenario's calls: of those to its lines. */
public final class SceneLog {

    private static final Duration TOLD = Scene.SOON.multipliedBy(2);
    /** An end that the service did not take within two seconds is told again with the end of another call. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final AsteriskUnderTest asterisk;
    private final QuellApi api;
    private final String seat;
    /** A second early, as the service knows the arrival of a call that it did not screen to the second. */
    private final Instant start = Instant.now().minusSeconds(1);

    SceneLog(AsteriskUnderTest asterisk, QuellApi api, String seat) {
        this.asterisk = asterisk;
        this.api = api;
        this.seat = seat;
    }

    /** Every call, oldest first. */
    public List<LogRow> rows() {
        return api.get("/calls?limit=500&from=" + start)
                .valueStream()
                .map(LogRow::new)
                .filter(row -> row.text("line").endsWith(seat))
                .sorted(Comparator.comparing(LogRow::arrived))
                .toList();
    }

    /** Every call to one line, oldest first. */
    public List<LogRow> rows(Lines line) {
        return rows().stream()
                .filter(row -> row.text("line").equals(line.of(seat)))
                .toList();
    }

    /** Waits until n calls have ended, and gives the last. */
    public LogRow ended(int n) {
        return first(
                "ended call no. " + n,
                () -> rows().stream().filter(LogRow::ended).skip(n - 1L).findFirst());
    }

    /** Waits until n calls to a line have ended, and gives the last. */
    public LogRow ended(Lines line, int n) {
        return first(
                "ended call no. " + n + " to " + line,
                () -> rows(line).stream().filter(LogRow::ended).skip(n - 1L).findFirst());
    }

    /** Waits for the first ended call whose way has a word. */
    public LogRow endedWith(String word) {
        return first(
                "ended call with " + word,
                () -> rows().stream()
                        .filter(row -> row.ended() && row.way().contains(word))
                        .findFirst());
    }

    /** The one call that lives. */
    public LogRow living() {
        return first(
                "a call that lives",
                () -> rows().stream().filter(row -> !row.ended()).findFirst());
    }

    /** The flags on these calls, oldest first. */
    public List<LogRow> flags() {
        List<String> calls = rows().stream().map(LogRow::id).toList();
        return api.get("/flags?limit=500&from=" + start)
                .valueStream()
                .map(LogRow::new)
                .filter(flag -> calls.contains(flag.text("call")))
                .sorted(Comparator.comparing(flag -> flag.text("at")))
                .toList();
    }

    /** The service's own explanations of the first twenty calls. */
    List<String> explanations() {
        try {
            return rows().stream()
                    .limit(20)
                    .map(row -> api.text("/calls/" + row.id() + "/explain"))
                    .toList();
        } catch (RuntimeException e) {
            return List.of("the service does not answer: " + e);
        }
    }

    /** Waits for what a call's end brings about. */
    public void awaitTold(String what, BooleanSupplier told) {
        AtomicLong last = new AtomicLong(System.nanoTime());
        await(what).atMost(TOLD).until(() -> {
            boolean there = told.getAsBoolean();
            if (!there && System.nanoTime() - last.get() > AGAIN.toNanos()) {
                asterisk.oneMoreCall();
                last.set(System.nanoTime());
            }
            return there;
        });
    }

    private LogRow first(String what, Supplier<Optional<LogRow>> search) {
        awaitTold(what + " in the log", () -> search.get().isPresent());
        return search.get().orElseThrow();
    }
}

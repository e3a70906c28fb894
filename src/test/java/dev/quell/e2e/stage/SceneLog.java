package dev.quell.e2e.stage;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.server.QuellApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the service's log says of one scenario's calls: of those to its lines. */
public final class SceneLog {

    private static final Duration TOLD = Duration.ofSeconds(15);

    private final QuellApi api;
    private final String seat;
    /** A second early, as the service knows the arrival of a call that it did not screen to the second. */
    private final Instant start = Instant.now().minusSeconds(1);

    SceneLog(QuellApi api, String seat) {
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
        return rows().stream().filter(row -> !row.ended()).findFirst().orElseThrow();
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

    private static LogRow first(String what, Supplier<Optional<LogRow>> search) {
        return await(what + " in the log")
                .atMost(TOLD)
                .until(search::get, Optional::isPresent)
                .orElseThrow();
    }
}

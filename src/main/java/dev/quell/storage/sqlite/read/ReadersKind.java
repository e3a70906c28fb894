package dev.quell.storage.sqlite.read;

import java.time.Duration;

/** Who asks the embedded database: each kind has readers of its own, so that none waits for another. */
public enum ReadersKind {
    /** Calls that ring or end. They wait hardly at all: without an answer the call passes. */
    CALLS(8, Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(300)),
    /** People: the console, reports, searches, exports. Nobody waits longer for a page. */
    QUESTIONS(4, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(5)),
    /** The service's own work: what it learns at the start, what it tells other instances. */
    SERVICE(4, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final int threads;
    private final Duration free;
    private final Duration answer;
    private final Duration rows;

    ReadersKind(int threads, Duration free, Duration answer, Duration rows) {
        this.threads = threads;
        this.free = free;
        this.answer = answer;
        this.rows = rows;
    }

    /** How many questions are asked at once. */
    int threads() {
        return threads;
    }

    /** How long a question waits for a reader that is free. */
    Duration free() {
        return free;
    }

    /** How long its answer is waited for then, if it comes as a whole. */
    Duration answer() {
        return answer;
    }

    /** How long the next rows are waited for of a long list. */
    Duration rows() {
        return rows;
    }
}

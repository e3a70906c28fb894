package dev.quell.e2e;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One scenario's stage: lines, agents and callers of its own in a world, and what was seen, told in one line at the end. */
final class Scene {

    /** How long what should happen at once may take on a busy machine. */
    static final Duration SOON = Duration.ofSeconds(10);

    private final World world;
    private final String title;
    private final String seat;
    /** The service knows the arrival of a call that it did not screen to the second. */
    private final Instant start = Instant.now().minusSeconds(1);

    private final long began = System.nanoTime();
    private final Deque<AutoCloseable> phones = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();

    Scene(World world, String title) {
        this.world = world;
        this.title = title;
        this.seat = "%02d".formatted(world.takeSeat());
    }

    AsteriskUnderTest asterisk() {
        return world.asterisk();
    }

    QuellUnderTest quell() {
        return world.quell();
    }

    /** This scenario's ordinary line. */
    String line() {
        return "40" + seat;
    }

    /** This scenario's line with a profile: {@code 41} protected, {@code 42} refuses who is blocked, {@code 43} always listens. */
    String line(int kind) {
        return kind + seat;
    }

    /** This scenario's queue. */
    String queue() {
        return "site-" + seat;
    }

    /** Waits until so many callers wait in this scenario's queue. */
    void queueHolds(int callers) {
        await(callers + " callers wait in " + queue())
                .until(() -> asterisk().rx("queue show " + queue()).contains(" has " + callers + " calls"));
    }

    /** An agent's phone on the queue of this scenario, which rings for half a second before it answers. */
    Agent agent() {
        return agent("a", Duration.ofMillis(500));
    }

    /** The first ({@code a}) or second ({@code b}) agent's phone. */
    Agent agent(String which, Duration answersAfter) {
        String name = which + seat;
        Agent agent = new Agent(name, answersAfter, asterisk().phonePort(name));
        phones.push(agent);
        asterisk().rx("queue add member PJSIP/" + name + " to " + queue());
        return agent;
    }

    /** An agent leaves the queue; the phone stays on. */
    void leaves(Agent agent) {
        asterisk().rx("queue remove member PJSIP/" + agent.name() + " from " + queue());
    }

    /** An agent's phone joins the queue again, after Asterisk forgot its members. */
    void rejoin(Agent agent) {
        asterisk().rx("queue add member PJSIP/" + agent.name() + " to " + queue());
    }

    /** A short call over another line, screened and ended in the ordinary way; its hangup handler tells what had to be kept. */
    void nextCallTellsWhatWasKept() {
        asterisk().closeBreaker();
        int before = rows(line(45)).size();
        Caller caller = call(Dial.from(World.freshNumber()).to(line(45)));
        await("it is screened").until(() -> rows(line(45)).size() > before);
        caller.hangUp();
        await("its end is told").until(() -> rows(line(45)).stream().allMatch(LogRow::ended));
    }

    /** Places a call, to the ordinary line if it names none. */
    Caller call(Dial dial) {
        Caller caller = new Caller(
                dial.line().isEmpty() ? dial.to(line()) : dial, asterisk().sipPort());
        phones.push(caller);
        return caller;
    }

    /** Many callers to a line of this scenario that is not the ordinary one. */
    Crowd crowd(String address, int size, int perSecond) {
        return new Crowd(
                "13%02d".formatted(40 + Integer.parseInt(seat) % 50) + "100",
                line(45),
                size,
                perSecond,
                address,
                asterisk().sipPort());
    }

    /** The log's rows of this scenario's lines, oldest first. */
    List<LogRow> rows() {
        return quell().api()
                .get("/calls?limit=500&from=" + start)
                .valueStream()
                .map(LogRow::new)
                .filter(row -> row.text("line").endsWith(seat))
                .sorted(Comparator.comparing(row -> row.text("arrivedAt")))
                .toList();
    }

    /** The log's rows of one line. */
    List<LogRow> rows(String line) {
        return rows().stream().filter(row -> row.text("line").equals(line)).toList();
    }

    /** Waits until n calls of this scenario have ended, and gives the last. */
    LogRow row(int n) {
        return ended(n, this::rows);
    }

    /** Waits until n calls to a line have ended, and gives the last. */
    LogRow row(String line, int n) {
        return ended(n, () -> rows(line));
    }

    private static LogRow ended(int n, Supplier<List<LogRow>> rows) {
        return await("ended call no. " + n + " in the log")
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> rows.get().stream()
                                .filter(LogRow::ended)
                                .skip(n - 1L)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the first ended call whose way has a word. */
    LogRow rowWith(String word) {
        return await("ended call with " + word + " in the log")
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> rows().stream()
                                .filter(row -> row.ended() && row.way().contains(word))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The one call of this scenario that lives. */
    LogRow liveRow() {
        return rows().stream().filter(row -> !row.ended()).findFirst().orElseThrow();
    }

    /** The flags on this scenario's calls, oldest first. */
    List<LogRow> flags() {
        List<String> calls = rows().stream().map(LogRow::id).toList();
        return quell().api()
                .get("/flags?limit=500&from=" + start)
                .valueStream()
                .map(LogRow::new)
                .filter(flag -> calls.contains(flag.text("call")))
                .sorted(Comparator.comparing(flag -> flag.text("at")))
                .toList();
    }

    /** The dialplan context that the call of a number is in; empty if there is no such channel. */
    String context(String number) {
        return asterisk().channels().stream()
                .map(channel -> channel.split("!"))
                .filter(fields -> fields[7].equals(number))
                .map(fields -> fields[1])
                .findFirst()
                .orElse("");
    }

    /** Adds to what was seen. */
    void saw(String what, Object... arguments) {
        seen.add(what.formatted(arguments));
    }

    /** Ends every call, switches off every phone, and tells what was seen. */
    void end(Optional<Throwable> failure) {
        double seconds = (System.nanoTime() - began) / 1e9;
        while (!phones.isEmpty()) {
            close(phones.pop());
        }
        String verdict = failure.isPresent() ? "FAILED" : "ok";
        Story.tell("%-6s %5.1f s  %s: %s".formatted(verdict, seconds, title, String.join("; ", seen)), explanations());
    }

    /** What the service says of this scenario's calls, for whoever reads the story. */
    private List<String> explanations() {
        try {
            return rows().stream()
                    .limit(20)
                    .map(row -> quell().api().text("/calls/" + row.id() + "/explain"))
                    .toList();
        } catch (RuntimeException e) {
            return List.of("the service does not answer: " + e);
        }
    }

    private static void close(AutoCloseable phone) {
        try {
            phone.close();
        } catch (Exception e) {
            throw new IllegalStateException("a phone cannot be switched off", e);
        }
    }
}

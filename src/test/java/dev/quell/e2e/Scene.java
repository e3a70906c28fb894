package dev.quell.e2e;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellUnderTest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One scenario's stage: lines, agents and callers of its own in a world, and what was seen, told in one line at the end. */
final class Scene {

    private final World world;
    private final String title;
    private final String seat;
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

    /** Places a call, to the ordinary line if it names none. */
    Caller call(Dial dial) {
        Caller caller = new Caller(
                dial.line().isEmpty() ? dial.to(line()) : dial, asterisk().sipPort());
        phones.push(caller);
        return caller;
    }

    /** The log's rows of a number, oldest first. */
    List<LogRow> rows(String number) {
        return LogRow.of(quell().api(), number);
    }

    /** Waits until the log has n ended calls of a number, and gives the last. */
    LogRow row(String number, int n) {
        return await("row " + n + " of " + number + " in the log")
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> rows(number).stream()
                                .filter(LogRow::ended)
                                .skip(n - 1L)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Adds to what was seen. */
    void saw(String what, Object... arguments) {
        seen.add(what.formatted(arguments));
    }

    /** Ends every call, switches off every phone and tells what was seen. */
    void end(Optional<Throwable> failure) {
        double seconds = (System.nanoTime() - began) / 1e9;
        String verdict = failure.isPresent() ? "FAILED" : "ok";
        System.out.printf("%-6s %5.1f s  %s: %s%n", verdict, seconds, title, String.join("; ", seen));
        while (!phones.isEmpty()) {
            close(phones.pop());
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

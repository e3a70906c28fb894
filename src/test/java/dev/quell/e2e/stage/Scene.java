package dev.quell.e2e.stage;

import static org.awaitility.Awaitility.await;

import dev.quell.e2e.phone.Agent;
import dev.quell.e2e.phone.Caller;
import dev.quell.e2e.phone.Crowd;
import dev.quell.e2e.phone.Dial;
import dev.quell.e2e.server.AsteriskUnderTest;
import dev.quell.e2e.server.QuellUnderTest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One scenario's stage: lines, agents and callers of its own in a world, and what was seen, told in one line at the end. */
public final class Scene {

    /** How long what should happen at once may take on a machine that has much else to do. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private final World world;
    private final String title;
    private final String seat;
    private final SceneLog log;
    private final long began = System.nanoTime();
    private final Deque<AutoCloseable> phones = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();

    Scene(World world, String title) {
        this.world = world;
        this.title = title;
        this.seat = String.format(Locale.ROOT, "%02d", world.takeSeat());
        this.log = new SceneLog(world.asterisk(), world.quell().api(), seat);
    }

    /** The world's Asterisk. */
    public AsteriskUnderTest asterisk() {
        return world.asterisk();
    }

    /** The world's service. */
    public QuellUnderTest quell() {
        return world.quell();
    }

    /** What the service's log says of this scenario's calls. */
    public SceneLog log() {
        return log;
    }

    /** The number of this scenario's line of a kind. */
    public String line(Lines kind) {
        return kind.of(seat);
    }

    /** This scenario's queue. */
    public String queue() {
        return "site-" + seat;
    }

    /** Waits until so many callers wait in this scenario's queue. */
    public void queueHolds(int callers) {
        await(callers + " callers wait in " + queue())
                .atMost(SOON)
                .until(() -> asterisk().rx("queue show " + queue()).contains(" has " + callers + " calls"));
    }

    /** An agent's phone on the queue of this scenario, which rings for half a second before it answers. */
    public Agent agent() {
        return agent("a", Duration.ofMillis(500));
    }

    /** The first ({@code a}) or second ({@code b}) agent's phone. */
    public Agent agent(String which, Duration answersAfter) {
        String name = which + seat;
        Agent agent = new Agent(name, answersAfter, asterisk().phonePort(name));
        phones.push(agent);
        asterisk().rx("queue add member PJSIP/" + name + " to " + queue());
        return agent;
    }

    /** An agent leaves the queue; the phone stays on. */
    public void leaves(Agent agent) {
        asterisk().rx("queue remove member PJSIP/" + agent.name() + " from " + queue());
    }

    /** An agent's phone joins the queue again, after Asterisk forgot its members. */
    public void rejoin(Agent agent) {
        asterisk().rx("queue add member PJSIP/" + agent.name() + " to " + queue());
    }

    /** A short call over another line, screened and ended in the ordinary way; its hangup handler tells what had to be kept. More calls if one does not do. */
    public void nextCallTellsWhatWasKept() {
        asterisk().closeBreaker();
        shortCall();
        log.awaitTold("nothing is kept any more", () -> !asterisk().keeps());
    }

    private void shortCall() {
        int before = log.rows(Lines.OTHER).size();
        Caller caller = call(Dial.from(World.freshNumber()).to(line(Lines.OTHER)));
        await("it is screened").atMost(SOON).until(() -> log.rows(Lines.OTHER).size() > before);
        caller.hangUp();
        log.awaitTold("its end", () -> log.rows(Lines.OTHER).stream().allMatch(LogRow::ended));
    }

    /** Places a call, to the ordinary line if it names none. */
    public Caller call(Dial dial) {
        Caller caller = new Caller(
                dial.line().isEmpty() ? dial.to(line(Lines.ORDINARY)) : dial,
                asterisk().sipPort());
        phones.push(caller);
        return caller;
    }

    /** A new number that is on the block list for ten minutes, ready to call. */
    public Dial blockedCaller() {
        String number = World.freshNumber();
        quell().api().block(number, Duration.ofMinutes(10));
        return Dial.from(number);
    }

    /** Many callers to a line of this scenario that is not the ordinary one, where nobody answers; each gives up after a while. */
    public Crowd crowd(String address, int size, int perSecond, Duration stay) {
        return new Crowd(
                String.format(Locale.ROOT, "13%02d", 40 + Integer.parseInt(seat) % 50) + "100",
                line(Lines.OTHER),
                size,
                perSecond,
                address,
                asterisk().sipPort(),
                stay);
    }

    /** The dialplan context that the call of a number is in; empty if there is no such channel. */
    public String context(String number) {
        return asterisk().channels().stream()
                .map(channel -> channel.split("!"))
                .filter(fields -> fields[7].equals(number))
                .map(fields -> fields[1])
                .findFirst()
                .orElse("");
    }

    /** Adds to what was seen. */
    public void saw(String what, Object... arguments) {
        seen.add(what.formatted(arguments));
    }

    /** Ends every call, switches off every phone, and tells what was seen. */
    void end(Optional<Throwable> failure) {
        double seconds = (System.nanoTime() - began) / 1e9;
        while (!phones.isEmpty()) {
            close(phones.pop());
        }
        String verdict = failure.isPresent() ? "FAILED" : "ok";
        Story.tell(
                String.format(Locale.ROOT, "%-6s %5.1f s  %s: %s", verdict, seconds, title, String.join("; ", seen)),
                log.explanations());
    }

    private static void close(AutoCloseable phone) {
        try {
            phone.close();
        } catch (Exception e) {
            throw new IllegalStateException("a phone cannot be switched off", e);
        }
    }
}

package dev.quell.faults.pbx;

import dev.quell.load.AgentsFlag;
import dev.quell.load.Answer;
import dev.quell.load.Ending;
import dev.quell.load.FakeAsterisk;
import dev.quell.load.PlacedCall;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A fake Asterisk that does what the dialplan does: guard, breaker per service, fail-over in order, ends and flags kept and told again. Calls block their
 * thread; many may be up at once.
 */
public final class Pbx implements AutoCloseable {

    /** The dialplan's ten seconds, shortened so that a round is short. */
    static final Duration BREAKER = Duration.ofMillis(1500);

    private final List<Host> hosts;
    private final Untold untold = new Untold();
    private final Clock clock;
    private final Announcer announcer;

    /** Tells of channels as the manager interface does. */
    public interface Announcer {
        /** A channel is there. */
        void born(PlacedCall call);

        /** A channel is gone. */
        void gone(PlacedCall call);
    }

    private Pbx(List<Host> hosts, Clock clock, Announcer announcer) {
        this.hosts = hosts;
        this.clock = clock;
        this.announcer = announcer;
    }

    /** A service's two ports. */
    public record Address(int agi, int http) {}

    /** One that asks these services in order. */
    public static Pbx of(String name, String token, List<Address> services, Announcer announcer) {
        List<Host> hosts = services.stream()
                .map(at -> new Host(at.agi(), at.http(), name, token, BREAKER))
                .toList();
        return new Pbx(hosts, Clock.systemUTC(), announcer);
    }

    /** Begins a call and carries it to its end; what it knows then. */
    public Trace place(PlacedCall call, Conduct conduct) {
        Trace trace = new Trace(call, conduct);
        announcer.born(call);
        screen(trace);
        new Treatment(this, trace).run();
        announcer.gone(call);
        tellEnd(trace);
        return trace;
    }

    /** How many ends and flags are kept. */
    public int kept() {
        return untold.size();
    }

    /** Whether no service may be asked now. */
    public boolean skipping() {
        return hosts.stream().noneMatch(Host::tellable);
    }

    /** What the service refused when it was told again; nothing should be here. */
    public List<String> refused() {
        return untold.refused();
    }

    /** Tells again what is kept, as the end of any call does. */
    public void retell() {
        untold.retell();
    }

    /** The services from a place in the list on, the last followed by the first. */
    List<Host> from(int first) {
        List<Host> order = new ArrayList<>(hosts.subList(first, hosts.size()));
        order.addAll(hosts.subList(0, first));
        return order;
    }

    private void screen(Trace trace) {
        Answer answer = new Answer.Unscreened("UNSCREENED_SKIPPED", "the breaker is open");
        long began = System.nanoTime();
        List<Integer> leftOut = new ArrayList<>();
        for (int at = 0; at < hosts.size() && !(answer instanceof Answer.Verdict); at++) {
            if (hosts.get(at).admits()) {
                answer = ask(trace, at);
            } else {
                leftOut.add(at);
            }
        }
        boolean oneWasAsked = leftOut.size() < hosts.size();
        for (int at : leftOut) {
            if (oneWasAsked
                    && !(answer instanceof Answer.Verdict)
                    && hosts.get(at).admitsAfterAll()) {
                answer = ask(trace, at);
            }
        }
        trace.answered(answer, Duration.ofNanos(System.nanoTime() - began));
    }

    private Answer ask(Trace trace, int at) {
        trace.asked(at);
        Answer answer = hosts.get(at).line().screen(trace.call(), share());
        note(hosts.get(at), answer);
        return answer;
    }

    /** Each service's part of the guard. */
    Duration share() {
        return FakeAsterisk.GUARD.dividedBy(Math.min(3, hosts.size()));
    }

    /** The service that says {@code UNSCREENED} lives; one that hung up without a word does too. */
    private static void note(Host host, Answer answer) {
        switch (answer) {
            case Answer.Verdict _ -> host.answered();
            case Answer.Unscreened(String way, String why) -> {
                if (why.equals("v1:UNSCREENED")) {
                    host.answered();
                } else if (way.equals("UNSCREENED_GUARD") || why.contains("Connect")) {
                    host.trip();
                }
            }
        }
    }

    /** Asks where a flagged caller goes; whether the service has the flag. Kept if not. */
    void flag(Trace trace, AgentsFlag flag) {
        trace.flagged(flag);
        for (Host host : from(trace.place())) {
            if (host.admits() && flagged(host, trace, flag)) {
                host.answered();
                trace.flagWasTold(true);
                return;
            }
        }
        untold.keep("flag/" + flag.callToken(), () -> {
            String said = said(trace, host -> host.flagged(trace.call(), flag));
            if (said.startsWith("OK")) {
                trace.flagWasTold(false);
            }
            return said;
        });
    }

    private static boolean flagged(Host host, Trace trace, AgentsFlag flag) {
        try {
            return host.line().flag(trace.call(), flag).startsWith("v1:");
        } catch (IOException e) {
            host.trip();
            return false;
        }
    }

    private void tellEnd(Trace trace) {
        Ending ending = new Ending(
                trace.answer().token(), trace.way(), trace.conduct() instanceof Conduct.Waits ? 0 : 2, 0, 100, now());
        Untold.Telling telling = () -> said(trace, host -> host.ended(trace.call(), ending));
        if (telling.tell().startsWith("OK")) {
            trace.endWasTold(true);
            untold.retell();
            return;
        }
        untold.keep("ended/" + trace.call().id(), () -> {
            String said = telling.tell();
            if (said.startsWith("OK")) {
                trace.endWasTold(false);
            }
            return said;
        });
    }

    private interface Post {
        String to(FakeAsterisk host) throws IOException;
    }

    /** {@code OK} as soon as one service says so; empty if all are away, {@code REFUSED} if all refuse, else {@code LATER}. */
    private String said(Trace trace, Post post) {
        int away = 0;
        String refusal = "";
        for (Host host : from(trace.place())) {
            String said = host.tellable() ? said(host, post) : "";
            if (said.startsWith("OK")) {
                return said;
            }
            away += said.isEmpty() ? 1 : 0;
            refusal = said.contains("REFUSED") ? said : refusal;
        }
        if (away == hosts.size()) {
            return "";
        }
        return refusal.isEmpty() || hosts.size() > 1 && away > 0 ? "LATER" : refusal;
    }

    private static String said(Host host, Post post) {
        try {
            return post.to(host.line());
        } catch (IOException e) {
            return "";
        }
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        hosts.forEach(Host::close);
    }
}

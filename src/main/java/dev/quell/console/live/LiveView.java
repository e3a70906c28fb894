package dev.quell.console.live;

import dev.quell.call.CallId;
import dev.quell.call.LiveCall;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.classifier.Action;
import dev.quell.treatment.RunningDialogues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The calls that live and what is done to them: by the manager interface of each Asterisk that is seen, otherwise by verdicts whose end was not told yet. */
@Component
public final class LiveView {
    /** Where an Asterisk is not seen, an end that was not told for so long is taken for lost. */
    private static final Duration LONGEST = Duration.ofHours(4);

    /** A call of another switch whose end was not told for so long is shown no more; many switches never tell one. */
    public static final Duration LONGEST_OVER_REST = Duration.ofMinutes(30);

    private static final Comparator<Living> ORDER =
            Comparator.comparing(Living::stage).thenComparing(Living::since, Comparator.reverseOrder());

    private final LiveCalls calls;
    private final Switches switches;
    private final RunningDialogues dialogues;
    private final CallMemory memory;
    private final Clock clock;
    /** The same as long as nothing changed, so that many pages find that out quickly. */
    private volatile Object latest = "";

    LiveView(LiveCalls calls, Switches switches, RunningDialogues dialogues, CallMemory memory, Clock clock) {
        this.calls = calls;
        this.switches = switches;
        this.dialogues = dialogues;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * What is seen.
     *
     * @param calls inbound ones; those that are treated first, then the newest
     * @param others calls that were neither screened nor are in a queue: outbound ones, and those among colleagues
     */
    public record Seen(List<Living> calls, int others) {
        public Seen {
            calls = List.copyOf(calls);
        }
    }

    /** What is seen now. */
    public Seen now() {
        Map<CallId, Action> led = dialogues.now();
        Map<String, Switches.State> seen = switches.now().stream()
                .filter(Switches.State::connected)
                .collect(Collectors.toMap(Switches.State::server, state -> state));
        CallMemory.Look look = memory.look();
        List<Living> found = new ArrayList<>();
        int others = 0;
        for (LiveCall call : calls.now()) {
            Optional<Met> met = look.at(call.id());
            if (met.isEmpty() && call.queue().isEmpty()) {
                others++;
            } else {
                Switches.State state = seen.get(call.id().server());
                found.add(living(call, met, led, state == null ? "" : state.deterrentQueue()));
            }
        }
        found.addAll(unseen(seen.keySet(), led));
        found.sort(ORDER);
        return new Seen(found, others);
    }

    private static Living living(LiveCall call, Optional<Met> met, Map<CallId, Action> led, String deterrent) {
        Stage stage = Stage.of(call, met.map(Met::applied), Optional.ofNullable(led.get(call.id())), deterrent);
        Instant since = met.map(Met::arrived).orElse(call.since());
        return new Living(call.id(), since, stage, met, call.queue(), call.agent(), call.talking());
    }

    private List<Living> unseen(Set<String> seen, Map<CallId, Action> led) {
        Instant now = clock.instant();
        return memory.living().stream()
                .filter(met -> met.overRest() || !seen.contains(met.id().server()))
                .filter(met -> met.arrived().isAfter(now.minus(met.overRest() ? LONGEST_OVER_REST : LONGEST)))
                .map(met -> new Living(
                        met.id(),
                        met.arrived(),
                        Stage.unseen(met.applied(), Optional.ofNullable(led.get(met.id()))),
                        Optional.of(met),
                        "",
                        "",
                        false))
                .toList();
    }

    /** The calls that an agent has, newest first; a caller in a dialogue is with no agent any more. */
    public List<LiveCall> with(String agent) {
        Map<CallId, Action> led = dialogues.now();
        return calls.now().stream()
                .filter(call -> call.agent().equals(agent) && !led.containsKey(call.id()))
                .sorted(Comparator.comparing(LiveCall::since).reversed())
                .toList();
    }

    /** Whether the calls of some Asterisk are seen. */
    public boolean sees() {
        return switches.now().stream().anyMatch(Switches.State::connected);
    }

    /** One look for all open pages: all live calls are gone through once, however many look. */
    Marks marks() {
        List<LiveCall> now = calls.now();
        Map<CallId, Action> led = dialogues.now();
        Object all = List.of(
                now.stream().map(LiveView::mark).toList(), led, memory.living().size());
        Object before = latest;
        if (!all.equals(before)) {
            latest = all;
            before = all;
        }
        Map<String, List<String>> ofAgents = now.stream()
                .filter(call -> !call.agent().isEmpty() && !led.containsKey(call.id()))
                .sorted(Comparator.comparing(LiveCall::since).reversed())
                .collect(Collectors.groupingBy(
                        LiveCall::agent, Collectors.mapping(LiveView::mark, Collectors.toUnmodifiableList())));
        return new Marks(before, ofAgents, this::lastOf);
    }

    private String lastOf(String agent) {
        return memory.lastOf(agent).map(call -> call.ended().id().toString()).orElse("");
    }

    private static String mark(LiveCall call) {
        return call.id() + " " + call.queue() + " " + call.agent();
    }
}

package dev.quell.simulation;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.TalkReport;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.Verdict;
import dev.quell.replay.Concluded;
import dev.quell.replay.Decided;
import dev.quell.simulation.play.Course;
import dev.quell.simulation.play.Dice;
import dev.quell.simulation.stage.FinishedCall;
import dev.quell.simulation.stage.Handset;
import dev.quell.simulation.stage.Identity;
import dev.quell.simulation.stage.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finished calls to measure and to write. */
public final class SimulatedCalls {

    private static final Instant AT = Instant.parse("2026-03-02T09:59:58.700Z");

    private SimulatedCalls() {}

    /** A caller's call of so high an ordinal: passed and talked for 75 s with an agent. */
    public static FinishedCall call(int ordinal) {
        return call(ordinal, new CallerNumber.E164("+8613800000001"), 75, "PJSIP/1007");
    }

    /** A call of a number; without an agent if that is empty. */
    public static FinishedCall call(int ordinal, CallerNumber number, int seconds, String agent) {
        boolean answered = !agent.isEmpty();
        Handset handset =
                new Handset(number, "carrier-a", Attestation.NONE, Fingerprint.UNKNOWN, Optional.empty(), false);
        Person person = new Person("customers-1", "customers", false, Identity.NONE, handset, new Dice(1));
        IncomingCall call = new IncomingCall(
                new CallId("sim", "1772445598." + ordinal),
                "PJSIP/carrier-a-0000000" + ordinal,
                number,
                "",
                Optional.empty(),
                Attestation.NONE,
                "carrier-a",
                true,
                Line.standard("+862150500001"),
                Fingerprint.UNKNOWN,
                false,
                false,
                "zh",
                AT);
        Duration talked = Duration.ofSeconds(seconds);
        Course course = new Course(
                List.of(WayStep.PASS),
                talked.plusSeconds(5),
                answered ? talked : Duration.ZERO,
                answered ? Optional.of(talked) : Optional.empty(),
                HangupSide.CALLER,
                answered ? 50L * seconds : 0,
                "service",
                agent,
                TalkReport.UNKNOWN,
                Optional.empty());
        Decided decided = new Decided(call, Verdict.pass("score", "r"), Action.PASS, "enforce", Optional.empty());
        return new FinishedCall(
                person, ordinal, decided, course, new Concluded(call, CallOutcome.GOOD_TALK, "", Optional.empty()));
    }
}

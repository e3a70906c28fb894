package dev.quell.faults.pbx;

import dev.quell.load.AgentsFlag;
import dev.quell.load.Answer;
import dev.quell.load.FakeAsterisk;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What happens in a call after its verdict, as the dialplan does it. */
final class Treatment {

    private static final String SALES = "4";
    /** Nobody hears the beginning of a dialogue twice: in the first second it has not begun. */
    private static final Duration BEGUN_AFTER = Duration.ofSeconds(1);

    private final Pbx pbx;
    private final Trace trace;

    Treatment(Pbx pbx, Trace trace) {
        this.pbx = pbx;
        this.trace = trace;
    }

    void run() {
        switch (trace.answer()) {
            case Answer.Unscreened _ -> meet();
            case Answer.Verdict verdict -> treat(verdict);
        }
    }

    private void treat(Answer.Verdict verdict) {
        switch (verdict.action()) {
            case "LISTEN", "CHALLENGE" -> dialogue(verdict);
            case "DETER" -> trace.went("TIMEOUT");
            case "REJECT" -> {}
            default -> meet();
        }
    }

    /** The site's queue. */
    private void meet() {
        switch (trace.conduct()) {
            case Conduct.Waits(Duration time) -> Pbx.pass(time);
            case Conduct.IsFlagged(String agent)
            when !trace.answer().token().isEmpty() -> {
                trace.went("FLAG-DETER-TIMEOUT");
                pbx.flag(trace, new AgentsFlag(trace.answer().token(), agent, SALES, pbx.now()));
            }
            case Conduct.IsFlagged _, Conduct.SaysNothing _, Conduct.Listens _ -> {}
        }
    }

    private void dialogue(Answer.Verdict verdict) {
        if (trace.conduct() instanceof Conduct.SaysNothing && verdict.action().equals("LISTEN")) {
            trace.went("RELEASE");
            return;
        }
        String result = "";
        long began = System.nanoTime();
        for (Host host : pbx.from(trace.place())) {
            if (!host.admits()) {
                continue;
            }
            result = lead(host.line(), verdict);
            if (!result.isEmpty() || System.nanoTime() - began > BEGUN_AFTER.toNanos()) {
                host.answered();
                break;
            }
        }
        trace.went(result.startsWith("v1:") ? result.substring(3) : "UNSCREENED_DIALOGUE");
        if (!result.equals("v1:RELEASE") && !result.equals("v1:NO_MEDIA")) {
            trace.went("QUEUE");
        }
    }

    private String lead(FakeAsterisk service, Answer.Verdict verdict) {
        Caller caller = new Caller();
        try {
            return service.dialogue(
                    verdict.action().toLowerCase(Locale.ROOT), trace.call(), verdict, pbx.share(), caller);
        } catch (IOException e) {
            trace.stood(caller.beyondItsStep());
            return "";
        }
    }
}

package dev.quell.web.treatments;

import dev.quell.call.CallSettings;
import dev.quell.call.Switches;
import dev.quell.doctor.SelfCheck;
import dev.quell.doctor.finding.Finding;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Scripts;
import dev.quell.web.problem.ProblemException;
import dev.quell.web.treatments.TreatmentsView.QueueView;
import dev.quell.web.treatments.TreatmentsView.ScriptView;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/treatments}: how callers are handled, and whether the dialplan is as it should be. */
@RestController
@RequestMapping("/api/v1/treatments")
class TreatmentsResource {
    private final CallSettings calls;
    private final TreatmentSettings treatment;
    private final ObjectProvider<Switches> switches;
    private final SelfCheck check;

    TreatmentsResource(
            CallSettings calls, TreatmentSettings treatment, ObjectProvider<Switches> switches, SelfCheck check) {
        this.calls = calls;
        this.treatment = treatment;
        this.switches = switches;
        this.check = check;
    }

    /**
     * A look at the Asterisks.
     *
     * @param findings in English words, each with what to do; none unless it is done
     */
    record CheckView(SelfCheck.State state, Instant started, List<Finding> findings) {
        static CheckView of(SelfCheck.Look look) {
            return new CheckView(look.state(), look.startedAt(), look.findings());
        }
    }

    @Operation(summary = "Lines with their profiles, the steps of each treatment, and the deterrent queues")
    @GetMapping
    TreatmentsView treatments() {
        return new TreatmentsView(
                TreatmentsView.lines(calls),
                Scripts.of(treatment).stream().map(ScriptView::of).toList(),
                switches.stream()
                        .flatMap(all -> all.now().stream())
                        .map(QueueView::of)
                        .toList());
    }

    @Operation(
            summary = "Begins a look at each Asterisk as quell doctor does, in the background; GET tells the findings")
    @PostMapping("/check")
    ResponseEntity<CheckView> check() {
        check.start();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/treatments/check"))
                .body(looked());
    }

    @Operation(summary = "The look at the Asterisks that runs or was the last on this instance, with advice")
    @GetMapping("/check")
    CheckView looked() {
        return check.last()
                .map(CheckView::of)
                .orElseThrow(() -> ProblemException.notFound(
                        "Nobody looked since the start; POST /api/v1/treatments/check does."));
    }
}

package dev.quell.web.rules;

import dev.quell.deed.Asker;
import dev.quell.deed.rules.RuleDeeds;
import dev.quell.security.people.Person;
import dev.quell.tuning.Tuner;
import dev.quell.tuning.trial.TuningTrials;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/rules/trial}: other weights and thresholds are tried over past calls, one trial at a time on an instance, and saved. */
@RestController
@RequestMapping("/api/v1/rules/trial")
class TrialResource {
    private static final int ID = 64;

    private final Tuner tuner;
    private final TuningTrials trials;
    private final RuleDeeds deeds;

    TrialResource(Tuner tuner, TuningTrials trials, RuleDeeds deeds) {
        this.tuner = tuner;
        this.trials = trials;
        this.deeds = deeds;
    }

    @Operation(
            summary = "Begins to try weights and thresholds over the last days, in the background",
            description = "What is left out is as it decides now. GET tells how far it is, and the result.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TrialView> attempt(
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewTrial.class)))
                    @RequestBody
                    JsonNode body) {
        TrialReader wanted = TrialReader.read(body, tuner.present());
        Outcomes.check(deeds.attempt(wanted.form().tuning(tuner.site()), wanted.days(), Asker.of(by)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/rules/trial"))
                .body(trial());
    }

    @Operation(summary = "The trial that runs or ran last on this instance, and what would have been")
    @GetMapping
    TrialView trial() {
        return trials.last()
                .map(trial -> TrialView.of(trial, tuner))
                .orElseThrow(() -> ProblemException.notFound(
                        "Nothing was tried on this instance since its start, or it was put away."));
    }

    @Operation(summary = "Ends the trial that runs, or puts away the one that ran last; nothing is changed")
    @DeleteMapping
    ResponseEntity<Void> cancel() {
        trials.cancel();
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Saves what was tried: it decides at once, on all instances")
    @PostMapping(path = "/save", consumes = MediaType.APPLICATION_JSON_VALUE)
    RulesView save(
            @Parameter(hidden = true) Person by,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewSaving.class)))
                    @RequestBody
                    JsonNode body) {
        Input input = Inputs.body(body, "trial", "note");
        Optional<String> trial = input.required("trial", "the trial's id", text -> Clean.text(text, ID));
        Optional<String> note = RulesResource.note(input);
        input.throwIfFaulty();
        Outcomes.check(deeds.save(trial.orElseThrow(), note.orElseThrow(), Asker.of(by)));
        return RulesView.of(tuner);
    }
}

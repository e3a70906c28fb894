package dev.quell.web.screen;

import dev.quell.call.CallSettings;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.presented.CallReader;
import dev.quell.call.presented.PresentedCall;
import dev.quell.screening.FailOpens;
import dev.quell.security.people.Person;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.web.input.Languages;
import dev.quell.web.problem.FieldFault;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/screen}: what is to be done with a call that a FreeSWITCH, a Kamailio or a provider's number has. Answers 200 whatever fails. */
@RestController
class ScreenResource {

    private final ScreenReader reader;
    private final SwitchBody bodies;
    private final CallReader calls;
    private final ScreenDesk desk;
    private final TreatmentSettings scripts;
    private final SwitchSettings settings;
    private final FailOpens failOpens;

    ScreenResource(
            ScreenReader reader,
            SwitchBody bodies,
            CallSettings callSettings,
            Lines lines,
            NumberReader numbers,
            Clock clock,
            ScreenDesk desk,
            TreatmentSettings scripts,
            SwitchSettings settings,
            FailOpens failOpens) {
        this.reader = reader;
        this.bodies = bodies;
        this.calls = new CallReader(callSettings, lines, numbers, clock);
        this.desk = desk;
        this.scripts = scripts;
        this.settings = settings;
        this.failOpens = failOpens;
    }

    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = NewCall.class))),
            summary = "What is to be done with a call of another switch than Asterisk",
            description =
                    "Asked once a call, before it is connected. The answer comes within quell.switches.guard and is 200 also"
                            + " when nothing could be decided: then action is PASS and unscreened is true. Whoever gets another status, or"
                            + " none, connects the call. The same call again, by the same token and with the same caller, line and trunk within 10 min, gets the same verdict again. An id that"
                            + " another call has is extended: the end is told where the answer says.")
    @PostMapping("/api/v1/screen")
    ScreenAnswer screen(
            @Parameter(hidden = true) Person by,
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable
                    String language) {
        try {
            PresentedCall presented = reader.read(by, bodies.object(body));
            return decided(calls.read(presented), language);
        } catch (ProblemException e) {
            failOpens.report(
                    "switch-request",
                    "the call passes unscreened; what a switch sent to /api/v1/screen has faults, the answer names them");
            return ScreenAnswer.unreadable(faults(e));
        } catch (IOException | RuntimeException e) {
            failOpens.report(
                    "switch",
                    "the call passes unscreened; what a switch sent to /api/v1/screen broke off or could not be read",
                    e);
            return ScreenAnswer.unreadable(List.of(new FieldFault("body", "could not be read whole")));
        }
    }

    private ScreenAnswer decided(IncomingCall call, @Nullable String language) {
        ScreenDesk.Decided decided = desk.screen(call);
        return decided.call()
                .map(told -> ScreenAnswer.of(
                        told,
                        TreatmentView.of(told, scripts, settings.deterFor()),
                        decided.again(),
                        Languages.of(null, language)))
                .orElseGet(() ->
                        ScreenAnswer.unscreened(decided.id(), "nothing could be decided or written down in time"));
    }

    private static List<FieldFault> faults(ProblemException e) {
        Object faults = Optional.ofNullable(e.getBody().getProperties())
                .map(properties -> properties.get("faults"))
                .orElse(List.of());
        return faults instanceof List<?> list
                ? list.stream()
                        .filter(FieldFault.class::isInstance)
                        .map(FieldFault.class::cast)
                        .toList()
                : List.of();
    }
}

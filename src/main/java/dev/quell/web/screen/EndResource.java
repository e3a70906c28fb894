package dev.quell.web.screen;

import dev.quell.call.CallId;
import dev.quell.call.NumberReader;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.screening.Endings;
import dev.quell.security.people.Person;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/screen/{id}/end}: how a call of another switch than Asterisk ended. Without it a caller's past stays empty, and nothing is ever held against anybody. */
@RestController
class EndResource {

    private static final String AGAIN_AFTER = "5";

    private final EndReader reader;
    private final SwitchBody bodies;
    private final CallJournal journal;
    private final Endings endings;
    private final NumberReader numbers;
    private final AsteriskNames asterisks;

    EndResource(
            EndReader reader,
            SwitchBody bodies,
            CallJournal journal,
            Endings endings,
            NumberReader numbers,
            AsteriskNames asterisks) {
        this.reader = reader;
        this.bodies = bodies;
        this.journal = journal;
        this.endings = endings;
        this.numbers = numbers;
        this.asterisks = asterisks;
    }

    /**
     * That an end is kept.
     *
     * @param kept always true
     */
    record Kept(
            @Schema(example = "fs1:2f6d9e0a-52e4-4b0e-9d5c-8a1c5b1f7e10")
            String call,

            boolean kept) {}

    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = NewEnd.class))),
            summary = "Tells how a call ended",
            description =
                    "Told once a call when it is over; a second telling changes nothing. 503 asks to be told again later. A call"
                            + " that was never screened is kept too if its caller is told; nothing is held against anybody for it. 403 for"
                            + " a call of an Asterisk, and for one that another token asked about.")
    @PostMapping("/api/v1/screen/{id}/end")
    ResponseEntity<?> end(
            @Parameter(hidden = true) Person by,
            @Parameter(
                            description = "the call as the answer of /screen names it, server:id",
                            example = "fs1:2f6d9e0a-52e4-4b0e-9d5c-8a1c5b1f7e10")
                    @PathVariable
                    String id,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        CallId call = SwitchCall.ofPath(id);
        Optional<CallScreened> screened = journal.find(call);
        check(by, call, screened);
        EndReader.Told told = reader.read(by, call, screened.map(CallScreened::applied), bodies.object(body));
        if (screened.isEmpty() && told.caller().isEmpty()) {
            throw ProblemException.notFound(
                    "No call of this id was screened here. Tell its caller, line and trunk as well if it is"
                            + " to be kept as one that passed unscreened.");
        }
        boolean kept = screened.map(known -> endings.ended(told.ended(), known, told.talk()))
                .orElseGet(() -> endings.ended(told.ended(), numbers.read(told.caller()), told.line(), told.trunk()));
        return kept ? ResponseEntity.ok(new Kept(call.toString(), true)) : later();
    }

    /** An end that is told first is the call's: whoever may ask about calls must not end those of Asterisk, or of others who ask. */
    private void check(Person by, CallId call, Optional<CallScreened> screened) {
        if (asterisks.has(call.server())
                || screened.filter(known -> !Asker.asked(known.call().channel()))
                        .isPresent()) {
            throw ProblemException.forbidden("This is a call of an Asterisk, whose dialplan tells its end itself.");
        }
        if (screened.filter(known -> !Asker.asked(by, known.call().channel())).isPresent()) {
            throw ProblemException.forbidden(
                    "This call was asked about with another token; its end is told with that one.");
        }
    }

    private static ResponseEntity<?> later() {
        return ResponseEntity.of(ProblemException.later(
                                "The end could not be written down now; tell it again, or tell another instance.")
                        .getBody())
                .headers(headers -> headers.set(HttpHeaders.RETRY_AFTER, AGAIN_AFTER))
                .build();
    }
}

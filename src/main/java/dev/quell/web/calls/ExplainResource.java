package dev.quell.web.calls;

import dev.quell.calllog.Explain;
import dev.quell.calllog.LoggedCall;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/calls/{reference}/explain}: why a call was treated so, as text or as JSON. */
@RestController
@RequestMapping("/api/v1/calls/{reference}/explain")
class ExplainResource {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final CallFinder finder;

    ExplainResource(CallFinder finder) {
        this.finder = finder;
    }

    /**
     * An explanation beside the facts that it is made of.
     *
     * @param lines for people, in the zone of the service's machine
     */
    record Explanation(CallView call, List<String> lines) {}

    /** Text unless JSON is asked for before it. */
    @Operation(summary = "Why a call was treated so, as text or JSON")
    @GetMapping(produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> explain(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        LoggedCall call = finder.find(reference);
        ZoneId zone = ZoneId.systemDefault();
        return wantsJson(accept)
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Explanation(CallView.of(call), Explain.lines(call, zone)))
                : ResponseEntity.ok().contentType(PLAIN).body(Explain.text(call, zone));
    }

    private static boolean wantsJson(String accept) {
        List<MediaType> accepted = new ArrayList<>(MediaType.parseMediaTypes(accept));
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.includes(PLAIN) || type.includes(MediaType.APPLICATION_JSON))
                .findFirst()
                .map(type -> !type.includes(PLAIN))
                .orElse(false);
    }
}

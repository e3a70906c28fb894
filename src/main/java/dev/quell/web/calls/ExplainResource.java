package dev.quell.web.calls;

import dev.quell.calllog.Explain;
import dev.quell.calllog.LoggedCall;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> text(@PathVariable String reference) {
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .body(Explain.text(finder.find(reference), ZoneId.systemDefault()));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Explanation json(@PathVariable String reference) {
        LoggedCall call = finder.find(reference);
        return new Explanation(CallView.of(call), Explain.lines(call, ZoneId.systemDefault()));
    }
}

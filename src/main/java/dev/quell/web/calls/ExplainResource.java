package dev.quell.web.calls;

import dev.quell.calllog.ClassifierVersions;
import dev.quell.calllog.Explainer;
import dev.quell.calllog.Explanation;
import dev.quell.calllog.LoggedCall;
import dev.quell.security.masking.Masking;
import dev.quell.web.input.Languages;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/calls/{reference}/explain}: why a call was treated so, as text or as JSON. */
@RestController
@RequestMapping("/api/v1/calls/{reference}/explain")
class ExplainResource {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final CallFinder finder;
    private final Explainer explainer;

    ExplainResource(CallFinder finder, ClassifierVersions versions) {
        this.finder = finder;
        this.explainer = new Explainer(versions, ZoneId.systemDefault());
    }

    /**
     * An explanation beside the facts that it is made of.
     *
     * @param lines for people, in the zone of the service's machine
     * @param whatIf what would have changed the verdict; left out if it is not known
     */
    record Explained(
            CallView call, List<String> lines, @Nullable WhatIfView whatIf) {}

    /** Text unless JSON is asked for before it. */
    @Operation(
            summary =
                    "Why a call was treated so and what would have changed it, as text or JSON, in English or Chinese")
    @GetMapping(produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<?> explain(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        LoggedCall call = finder.find(reference);
        Explanation explanation = explainer.explain(call, Languages.of(language, acceptLanguage));
        return wantsJson(accept)
                ? ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(explained(call, explanation))
                : ResponseEntity.ok().contentType(PLAIN).body(Masking.text(explanation.text()));
    }

    private static Explained explained(LoggedCall call, Explanation explanation) {
        return new Explained(
                CallView.of(call),
                explanation.lines().stream().map(Masking::text).toList(),
                explanation.whatIf().map(WhatIfView::of).orElse(null));
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

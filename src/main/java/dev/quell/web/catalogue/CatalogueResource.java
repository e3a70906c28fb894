package dev.quell.web.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.Family;
import dev.quell.classifier.Language;
import dev.quell.classifier.ShippedWeights;
import dev.quell.web.input.Languages;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/catalogue}: the symbols of verdicts with their weights. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueResource {

    private final Classifier classifier;

    CatalogueResource(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * The symbols as the running service weighs them.
     *
     * @param version of rules and settings, as verdicts carry it
     */
    record CatalogueView(String version, List<LineView> symbols) {}

    /**
     * One symbol.
     *
     * @param weight natural-log odds; 0: shown, not counted
     * @param shippedWeight left out where the site's weight is the shipped one
     * @param acts whether its rule acts beside the model and weighs nothing
     */
    record LineView(
            String symbol,
            Family family,
            double weight,
            @Nullable Double shippedWeight,
            boolean acts,
            @JsonProperty("class") CallClass callClass,
            String description) {

        static LineView of(CatalogueEntry entry, Language language) {
            return new LineView(
                    entry.symbol(),
                    entry.family(),
                    entry.weight(),
                    ShippedWeights.differing(entry).orElse(null),
                    entry.family().actsBesideTheModel(),
                    entry.speaksFor(),
                    entry.description(language));
        }
    }

    /** All of them, in the catalogue's order. */
    @Operation(summary = "The symbols of verdicts with their weights, in English or Chinese")
    @GetMapping
    CatalogueView catalogue(
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Language worded = Languages.of(language, acceptLanguage);
        return new CatalogueView(
                classifier.version(),
                classifier.standard().catalogue().entries().stream()
                        .map(entry -> LineView.of(entry, worded))
                        .toList());
    }
}

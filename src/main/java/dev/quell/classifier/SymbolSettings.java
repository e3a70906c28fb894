package dev.quell.classifier;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What a site changes of one line of the catalogue; what is left out stays as shipped.
 *
 * @param weight natural-log odds, -10 to 10; 0: on trial, shown and not counted
 * @param description in English, at most 50 characters
 * @param descriptionZh in Chinese, at most 50 characters
 * @param family whose other symbols damp this one
 * @param callClass the class of call that the symbol speaks for; {@code NORMAL}: for none
 */
public record SymbolSettings(
        Optional<Double> weight,
        Optional<String> description,
        Optional<String> descriptionZh,
        Optional<Family> family,
        @Name("class") Optional<CallClass> callClass) {

    /** A change of the weight alone. */
    static SymbolSettings weighing(double weight) {
        return new SymbolSettings(
                Optional.of(weight), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same without a weight; whether nothing else is changed is no matter. */
    SymbolSettings unweighed() {
        return new SymbolSettings(Optional.empty(), description, descriptionZh, family, callClass);
    }

    /**
     * A line with these changes.
     *
     * @throws IllegalArgumentException if it cannot be changed so
     */
    CatalogueEntry of(CatalogueEntry entry) {
        if (entry.actsBesideTheModel() && (weight.isPresent() || family.isPresent())) {
            throw new IllegalArgumentException("it acts beside the model and has no weight; take it out of the list");
        }
        if (family.filter(Family::actsBesideTheModel).isPresent()) {
            throw new IllegalArgumentException(
                    "LIST and COUNTED act beside the model; take IDENTITY, VOLUME, OUTCOME, IN_CALL or CONTEXT");
        }
        return new CatalogueEntry(
                entry.symbol(),
                family.orElse(entry.family()),
                weight.orElse(entry.weight()),
                callClass.orElse(entry.speaksFor()),
                description.orElse(entry.description()),
                descriptionZh.orElse(entry.descriptionZh()),
                entry.finding(),
                entry.findingZh());
    }
}

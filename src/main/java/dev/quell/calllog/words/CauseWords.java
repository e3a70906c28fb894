package dev.quell.calllog.words;

import dev.quell.call.WayStep;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a verdict is what it is, why it was applied as it was, and the call's way, in plain words. */
public final class CauseWords {

    private final Phrases phrases;
    private final Catalogue catalogue;

    /** With the catalogue that has the verdict's symbols. */
    public CauseWords(Phrases phrases, Catalogue catalogue) {
        this.phrases = phrases;
        this.catalogue = catalogue;
    }

    /** Why the action was chosen; a counted rule by the description that the catalogue has of its symbol. */
    public String cause(String cause) {
        if (phrases.has("cause." + cause)) {
            return phrases.say("cause." + cause);
        }
        String symbol = cause.toUpperCase(Locale.ROOT).replace('-', '_');
        return description(symbol)
                .map(words -> phrases.say("cause.rule-of", symbol, words))
                .orElseGet(() -> phrases.say("cause.rule", symbol));
    }

    /** What a symbol means; empty if the catalogue does not have it. */
    public Optional<String> description(String symbol) {
        return catalogue.find(symbol).map((CatalogueEntry entry) -> entry.description(phrases.language()));
    }

    /** Why it was done so. */
    public String applied(String because) {
        return phrases.has("done." + because) ? phrases.say("done." + because) : because;
    }

    /** The stations in order, for example {@code listened to with prompts; silent to the end, released}. */
    public String way(List<WayStep> way) {
        return way.stream()
                .map(step -> phrases.say("way", step))
                .reduce((a, b) -> phrases.say("way.parted", a, b))
                .orElseGet(() -> phrases.say("way.none"));
    }

    /** That the call passed although a verdict was written down, because the answer did not reach Asterisk; empty if it did. */
    public Optional<String> unscreened(List<WayStep> way) {
        return way.stream()
                .filter(step -> step.failOpen() && step != WayStep.UNSCREENED_DIALOGUE)
                .findFirst()
                .map(step -> phrases.say("way.unscreened", phrases.say("way", step)));
    }
}

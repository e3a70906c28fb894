package dev.quell.calllog;

import dev.quell.classifier.Action;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.CatalogueEntry;
import dev.quell.classifier.Language;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.util.Locale;

/** Why a verdict is what it is and why it was applied as it was, in plain words. */
final class CauseWords {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private CauseWords() {}

    /** What an action means for the caller. */
    static String action(Action action) {
        return switch (action) {
            case PASS -> "let through";
            case TAG -> "let through, with a tag for the agent";
            case CHALLENGE -> "challenged to press a key or speak";
            case LISTEN -> "listened to first";
            case DETER -> "sent to the deterrent queue";
            case REJECT -> "refused before answer";
        };
    }

    /** Why the action was chosen. */
    static String cause(Verdict verdict) {
        return switch (verdict.cause()) {
            case "score" -> "the evidence as a whole says so";
            case "emergency" -> "emergency numbers and emergency call-backs always pass";
            case "allow-list" -> "the caller is on the allow list, which wins over all else";
            case "block-list" -> "the caller is on the block list";
            case "known-customer" -> "a known customer is met no harder than this";
            case "protected-line" ->
                "the line is protected: its callers are tagged where others would be kept from the agents";
            case "line-never-listens" -> "the line's settings say that it never listens";
            case "deterrent-full" -> "the evidence says deterrent queue, which had no room";
            case "failed" -> "Quell could not weigh the evidence, and then a call passes";
            default -> rule(verdict.cause());
        };
    }

    /** A counted rule by the description that the catalogue has of its symbol. */
    private static String rule(String cause) {
        String symbol = cause.toUpperCase(Locale.ROOT).replace('-', '_');
        return CATALOGUE
                .find(symbol)
                .map(CatalogueEntry::description)
                .map(words -> "the rule " + symbol + " says so (" + words + ")")
                .orElse("the rule " + symbol + " says so");
    }

    /** What was seen, in words. */
    static String seen(Symbol symbol) {
        return CATALOGUE.words(symbol, Language.ENGLISH);
    }

    /** Why it was done so. */
    static String applied(String because) {
        return switch (because) {
            case "enforce" -> "as the verdict says";
            case "observe" -> "Quell only observes (quell.screening.mode), so every call passes";
            case "holdout" ->
                "the call is in the sample that goes to an agent all the same, to measure false alarms"
                        + " (quell.screening.holdout)";
            case "floor" ->
                "the safety floor had tripped: far more calls than usual would have been kept from the agents"
                        + " (quell.screening.floor)";
            default -> because;
        };
    }
}

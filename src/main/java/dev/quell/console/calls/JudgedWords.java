package dev.quell.console.calls;

import dev.quell.call.Printable;
import dev.quell.calllog.Explanation;
import dev.quell.calllog.LoggedCall;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Change;
import dev.quell.classifier.whatif.WhatIf;
import dev.quell.console.verdict.Evidence;
import dev.quell.console.verdict.EvidenceWords;
import dev.quell.console.verdict.ScorePart;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words a logged verdict by the catalogue of its own version. */
final class JudgedWords {
    private static final int LONGEST_VERSION = 80;

    private JudgedWords() {}

    static Why.Judged of(LoggedCall call, Explanation explanation, Phrases phrases) {
        CauseWords words = new CauseWords(phrases, explanation.catalogue());
        String done = words.unscreened(call.way()).orElseGet(() -> words.applied(call.appliedBecause()));
        return call.verdict()
                .map(verdict -> new Why.Judged(
                        Printable.of(verdict.version(), LONGEST_VERSION),
                        words.cause(verdict.cause()),
                        ScorePart.of(verdict.cause()),
                        done,
                        evidence(verdict, explanation, phrases),
                        explanation.whatIf().map(whatIf -> sum(whatIf, phrases)).orElse(""),
                        explanation
                                .whatIf()
                                .map(whatIf -> changes(whatIf, words))
                                .orElse(List.of())))
                .orElseGet(() -> new Why.Judged("", "", ScorePart.DECIDED, done, List.of(), "", List.of()));
    }

    private static List<Evidence> evidence(Verdict verdict, Explanation explanation, Phrases phrases) {
        return EvidenceWords.of(verdict.symbols(), explanation.catalogue(), phrases.language());
    }

    private static String sum(WhatIf whatIf, Phrases phrases) {
        return phrases.say(
                "score.sum",
                EvidenceWords.signed(whatIf.prior()),
                EvidenceWords.signed(whatIf.sum() - whatIf.prior()),
                EvidenceWords.signed(whatIf.sum()));
    }

    private static List<Why.Swap> changes(WhatIf whatIf, CauseWords words) {
        return Stream.concat(
                        whatIf.without().stream().map(change -> swap(false, change, words)),
                        whatIf.with().stream().map(change -> swap(true, change, words)))
                .toList();
    }

    private static Why.Swap swap(boolean with, Change change, CauseWords words) {
        String symbols = change.symbols().stream()
                .map(symbol -> words.description(symbol).orElse(symbol))
                .collect(Collectors.joining(" + "));
        return new Why.Swap(with, symbols, change.action().name());
    }
}

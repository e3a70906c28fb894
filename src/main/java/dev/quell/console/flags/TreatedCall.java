package dev.quell.console.flags;

import dev.quell.call.Printable;
import dev.quell.calllog.LoggedCall;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Verdict;
import dev.quell.console.shell.Callers;
import dev.quell.console.shell.Tongue;
import dev.quell.review.Review;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was treated, for whoever judges it.
 *
 * @param name chosen by the caller, printable; may be empty
 * @param applied what was done
 * @param callClass what it was taken for, empty for an unscreened call
 * @param percent how likely it was a nuisance, 0 to 100
 * @param cause why the verdict was so, in words
 * @param outcome what the caller did
 * @param listable whether the number can be on a list at all
 * @param review what was said of it before
 */
public record TreatedCall(
        String id,
        String caseNumber,
        Instant arrived,
        String caller,
        String name,
        String line,
        String applied,
        String callClass,
        long percent,
        String cause,
        String outcome,
        boolean listable,
        Optional<Said> review) {
    private static final int LONGEST = 60;
    private static final int LONGEST_NOTE = 200;

    /** What somebody said of it, a word of Judgement. */
    public record Said(String judgement, String note, String author, Instant at) {}

    static TreatedCall of(LoggedCall call, Optional<Review> review, Callers callers, Tongue tongue) {
        CauseWords words = new CauseWords(Phrases.in(tongue.language()), Catalogue.shipped());
        Optional<Verdict> verdict = call.verdict();
        return new TreatedCall(
                call.id().toString(),
                call.caseNumber(),
                call.arrivedAt(),
                callers.show(call.caller(), tongue),
                Masking.text(Printable.of(call.name(), LONGEST)),
                Printable.of(call.line(), LONGEST),
                call.applied().name(),
                verdict.map(Verdict::callClass).map(Enum::name).orElse(""),
                Math.round(verdict.map(Verdict::probability).orElse(0.0) * 100),
                verdict.map(Verdict::cause).map(words::cause).orElse(""),
                call.outcome().name(),
                call.caller().identifies(),
                review.map(TreatedCall::said));
    }

    private static Said said(Review review) {
        return new Said(
                review.judgement().name(),
                Masking.text(Printable.of(review.note(), LONGEST_NOTE)),
                Printable.of(review.author(), LONGEST),
                review.at());
    }
}

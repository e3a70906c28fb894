package dev.quell.calllog;

import dev.quell.call.Printable;
import dev.quell.calllog.words.CauseWords;
import dev.quell.calllog.words.Columns;
import dev.quell.calllog.words.Phrases;
import dev.quell.classifier.Action;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Change;
import dev.quell.classifier.whatif.Margin;
import dev.quell.classifier.whatif.WhatIf;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an explanation says about the verdict: its evidence, what would have changed it, and what was done. */
final class VerdictPart {

    private static final int LONGEST_VERSION = 80;

    private final Columns columns;
    private final Phrases phrases;
    private final CauseWords words;
    private final Catalogue catalogue;

    VerdictPart(Columns columns, Phrases phrases, CauseWords words, Catalogue catalogue) {
        this.columns = columns;
        this.phrases = phrases;
        this.words = words;
        this.catalogue = catalogue;
    }

    void verdict(Verdict verdict) {
        columns.line(
                "verdict", phrases.say("verdict.action", verdict.action(), phrases.say("action", verdict.action())));
        columns.more(phrases.say("verdict.because", words.cause(verdict.cause())));
        columns.more(phrases.say(
                "verdict.class",
                phrases.say("class", verdict.callClass()),
                Math.round(verdict.probability() * 100),
                version(verdict)));
        if (verdict.symbols().isEmpty()) {
            columns.line("evidence", phrases.say("evidence.none"));
        }
        columns.block("evidence", evidence(verdict.symbols()));
    }

    private static String version(Verdict verdict) {
        return Printable.of(verdict.version(), LONGEST_VERSION);
    }

    private List<String> evidence(List<Symbol> symbols) {
        int width = symbols.stream()
                .mapToInt(symbol -> symbol.name().length())
                .max()
                .orElse(0);
        return symbols.stream()
                .map(symbol ->
                        weight(symbol) + "  " + String.format("%-" + width + "s", symbol.name()) + "  " + why(symbol))
                .toList();
    }

    private String weight(Symbol symbol) {
        return symbol.family().actsBesideTheModel() ? " " + phrases.say("evidence.rule") : signed(symbol.counted());
    }

    /** The finding; a weight that did not count whole is shown beside it. */
    private String why(Symbol symbol) {
        String seen = catalogue.words(symbol, phrases.language());
        boolean whole = Math.abs(symbol.weight() - symbol.counted()) < 0.005;
        if (whole) {
            return seen;
        }
        return phrases.say(symbol.counted() == 0 ? "evidence.muted" : "evidence.damped", seen, signed(symbol.weight()));
    }

    /** What would have changed it, or why that cannot be told. */
    void whatIf(Verdict verdict, Optional<WhatIf> whatIf, boolean kept) {
        if (verdict.cause().equals("failed")) {
            return;
        }
        whatIf.ifPresentOrElse(
                found -> whatIf(verdict.action(), found),
                () -> columns.line("score", phrases.say(kept ? "score.unfounded" : "score.unkept", version(verdict))));
    }

    private void whatIf(Action now, WhatIf whatIf) {
        columns.line(
                "score",
                phrases.say(
                        "score.sum",
                        signed(whatIf.prior()),
                        signed(whatIf.sum() - whatIf.prior()),
                        signed(whatIf.sum())));
        whatIf.milder().ifPresent(margin -> columns.more(margin("score.milder", margin)));
        whatIf.harder().ifPresent(margin -> columns.more(margin("score.harder", margin)));
        columns.block(
                "without",
                whatIf.without().stream().map(change -> without(change, now)).toList());
        columns.block(
                "with", whatIf.with().stream().map(change -> with(change, now)).toList());
    }

    private String margin(String key, Margin margin) {
        String text = phrases.say(
                key,
                margin.to(),
                signed(margin.logOdds()),
                String.format(Locale.ROOT, "%.2f", margin.threshold()),
                margin.setting());
        return margin.secondKind() ? phrases.say("score.second", text) : text;
    }

    private String without(Change change, Action now) {
        String gone = change.symbols().stream()
                .reduce((a, b) -> phrases.say("change.and", a, b))
                .orElse("");
        return phrases.say("change.instead", gone, change.action(), now);
    }

    private String with(Change change, Action now) {
        String symbol = change.symbols().getFirst();
        String described = words.description(symbol)
                .map(description -> phrases.say("change.described", symbol, description))
                .orElse(symbol);
        return phrases.say("change.instead", described, change.action(), now);
    }

    void done(LoggedCall call, Verdict verdict) {
        columns.line("done", words.unscreened(call.way()).orElseGet(() -> done(call.applied(), verdict, call)));
    }

    private String done(Action applied, Verdict verdict, LoggedCall call) {
        String why = words.applied(call.appliedBecause());
        return applied == verdict.action()
                ? phrases.say("done.as", applied, why)
                : phrases.say("done.instead", applied, phrases.say("action", applied), why);
    }

    private static String signed(double logOdds) {
        String text = String.format(Locale.ROOT, "%+.2f", logOdds);
        return text.equals("-0.00") ? "+0.00" : text;
    }
}

package dev.quell.reporting.words;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Internal;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.call.CallerNumber.Withheld;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.Span;
import dev.quell.security.masking.Masking;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts reports into words. */
@Component
public final class ReportWording {

    private final MessageSource texts;

    ReportWording(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * A report in words.
     *
     * @param shown a number as the reader may see it
     */
    public ReportText of(CallReport report, Locale locale, Function<CallerNumber, String> shown) {
        Words words = new Words(texts, locale);
        Tables tables = new Tables(report, words);
        Span span = report.span();
        return new ReportText(
                words.say("reports.title"),
                span.first().equals(span.last())
                        ? words.say("reports.day-of", span.first(), span.zone())
                        : words.say("reports.days", span.first(), span.last(), span.zone()),
                List.of(
                        tables.summary(),
                        tables.days(),
                        tables.counts("reports.classes", "word.class.", report.classes()),
                        tables.counts("reports.outcomes", "word.outcome.", report.outcomes()),
                        tables.counts("reports.actions", "word.action.", report.actions()),
                        tables.top(shown),
                        tables.effects()));
    }

    /** A report in words for whoever is not signed in: numbers are masked, whoever has it made. */
    public ReportText masked(CallReport report, Locale locale) {
        return of(report, locale, caller -> masked(caller, locale));
    }

    private String masked(CallerNumber caller, Locale locale) {
        return switch (caller) {
            case E164 number -> Masking.hide(number.key());
            case Internal number -> number.toString();
            case Invalid(String digits) ->
                texts.getMessage("word.caller.invalid", new Object[] {Masking.hide(digits)}, locale);
            case Withheld withheld -> texts.getMessage("word.caller.withheld", null, locale);
        };
    }
}

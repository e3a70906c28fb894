package dev.quell.reporting.words;

import dev.quell.call.CallerNumber;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.Effect;
import dev.quell.reporting.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of a report, in one language. */
final class Tables {

    private final CallReport report;
    private final Words words;

    Tables(CallReport report, Words words) {
        this.report = report;
        this.words = words;
    }

    private List<String> names(String... keys) {
        return Stream.of(keys).map(words::say).toList();
    }

    Section summary() {
        Tally total = report.total();
        dev.quell.review.Tally wrong = report.wrong();
        List<List<String>> rows = List.of(
                figure("reports.calls", total.calls()),
                figure("reports.silent", total.silent()),
                figure("reports.noise", total.noise()),
                figure("reports.good", total.good()),
                figure("reports.agents", total.withAgent().toMinutes()),
                figure("reports.saved", report.saved().minutes()),
                List.of(
                        words.say("reports.wrong"),
                        wrong.decided() == 0
                                ? words.say("reports.unknown")
                                : words.share(wrong.share(), wrong.interval())));
        return new Section(words.say("reports.summary"), names("reports.figure", "reports.value"), rows, notes());
    }

    private List<String> figure(String key, long value) {
        return List.of(words.say(key), Long.toString(value));
    }

    private List<String> notes() {
        Saved saved = report.saved();
        dev.quell.review.Tally wrong = report.wrong();
        List<String> notes = new ArrayList<>();
        notes.add(words.say(
                "reports.saved.note",
                saved.kept(),
                saved.refused(),
                saved.each().toSeconds()));
        if (saved.reached() > 0) {
            notes.add(words.say(
                    "reports.saved.cost", saved.reached(), saved.cost().toSeconds()));
        }
        notes.add(words.say("reports.wrong.note", wrong.wrong(), wrong.decided(), wrong.unsure()));
        if (report.treatedSince().isAfter(report.span().from())) {
            notes.add(words.say(
                    "reports.saved.since",
                    report.treatedSince().atZone(report.span().zone()).toLocalDate()));
        }
        return notes;
    }

    Section days() {
        return new Section(
                words.say("reports.volume"),
                names("reports.day", "reports.calls", "reports.silent", "reports.noise", "reports.good"),
                report.days().stream()
                        .map(day -> row(
                                day.day().toString(), day.tally(), day.tally().good()))
                        .toList(),
                List.of());
    }

    private static List<String> row(String name, Tally tally, long last) {
        return List.of(
                name,
                Long.toString(tally.calls()),
                Long.toString(tally.silent()),
                Long.toString(tally.noise()),
                Long.toString(last));
    }

    /** Calls by word, and which share of all each is. */
    Section counts(String heading, String prefix, List<WordCount> counts) {
        long all = counts.stream().mapToLong(count -> count.tally().calls()).sum();
        return new Section(
                words.say(heading),
                names("reports.kind", "reports.calls", "reports.share"),
                counts.stream()
                        .map(count -> List.of(
                                count.word().isEmpty()
                                        ? words.say("reports.unscreened")
                                        : words.say(prefix + count.word()),
                                Long.toString(count.tally().calls()),
                                words.percent(
                                        all == 0 ? 0 : (double) count.tally().calls() / all)))
                        .toList(),
                List.of());
    }

    Section top(Function<CallerNumber, String> shown) {
        return new Section(
                words.say("reports.top"),
                names("reports.source", "reports.calls", "reports.silent", "reports.noise", "reports.flags"),
                report.top().stream()
                        .map((SourceCount source) -> row(shown.apply(source.caller()), source.tally(), source.flags()))
                        .toList(),
                List.of());
    }

    Section effects() {
        return new Section(
                words.say("reports.effects"),
                names(
                        "reports.treatment",
                        "reports.calls",
                        "reports.nuisance",
                        "reports.spoke",
                        "reports.asked",
                        "reports.soon",
                        "reports.later"),
                report.effects().stream().map(this::row).toList(),
                List.of(words.say("reports.effects.note")));
    }

    private List<String> row(Effect effect) {
        String nothing = "–";
        return List.of(
                words.say("word.done." + effect.action()),
                Long.toString(effect.calls()),
                Long.toString(effect.nuisance()),
                Long.toString(effect.spoke()),
                Long.toString(effect.asked()),
                effect.asked() == 0 ? nothing : words.share(effect.soonShare(), effect.soonInterval()),
                effect.asked() == 0 ? nothing : words.share(effect.laterShare(), effect.laterInterval()));
    }
}

package dev.quell.reporting.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Action;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import dev.quell.reporting.CallReport;
import dev.quell.reporting.DayCount;
import dev.quell.reporting.Effect;
import dev.quell.reporting.Saved;
import dev.quell.reporting.Span;
import dev.quell.testing.ReportSettingsBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReportWordingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Tally TALLY = new Tally(200, 20, 10, 100, Duration.ofMinutes(300));

    private final ResourceBundleMessageSource texts = texts();
    private final ReportWording wording = new ReportWording(texts);

    static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages/reports", "messages/words");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    static CallReport report(Instant treatedSince, dev.quell.review.Tally wrong) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new CallReport(
                Span.of(DAY, DAY, zone),
                NOW,
                TALLY,
                List.of(new DayCount(DAY, TALLY)),
                List.of(new WordCount("NORMAL", TALLY), new WordCount("", new Tally(50, 0, 0, 0, Duration.ZERO))),
                List.of(new WordCount("SILENT", TALLY)),
                List.of(new WordCount("DETER", TALLY)),
                List.of(
                        source(new CallerNumber.E164("+8613900000001")),
                        source(CallerNumber.ofKey("withheld")),
                        source(CallerNumber.ofKey("x:13900000002"))),
                new Saved(28, 4, Duration.ofSeconds(45), 6, Duration.ofSeconds(11)),
                wrong,
                List.of(new Effect(Action.PASS, 90, 6, 80, 0, 0, 0), new Effect(Action.DETER, 30, 28, 0, 20, 1, 5)),
                treatedSince);
    }

    private static SourceCount source(CallerNumber caller) {
        return new SourceCount(caller, new Tally(9, 8, 1, 0, Duration.ZERO), 2);
    }

    private static CallReport report() {
        return report(Instant.EPOCH, new dev.quell.review.Tally(9, 1, 2));
    }

    private static Section section(ReportText text, String heading) {
        return text.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresStandInTheSummaryWithWhatTheyRestOn() {
        Section summary = section(wording.of(report(), Locale.ENGLISH, CallerNumber::key), "Summary");

        assertThat(summary.rows())
                .containsExactly(
                        List.of("Calls", "200"),
                        List.of("Silent", "20"),
                        List.of("Noise", "10"),
                        List.of("Good talks", "100"),
                        List.of("Minutes with agents", "300"),
                        List.of("Agent minutes saved", "24"),
                        List.of("Wrongly diverted (estimate)", "10.0 % (1.8 % – 40.4 %)"));
        assertThat(summary.notes())
                .containsExactly(
                        "Saved: 28 silent or noisy calls were kept from agents and 4 calls were refused; each is assumed to cost an agent 45 seconds (quell.reports.handling).",
                        "Measured to compare: 6 silent or noisy calls reached an agent and took 11 seconds of talk on average.",
                        "Wrongly diverted: 1 of 10 reviewed samples of diverted calls, 2 more unsure; in brackets the interval (Wilson, 95 %).");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        CallReport report = report(Instant.parse("2026-11-22T08:00:00Z"), new dev.quell.review.Tally(0, 0, 0));
        Section summary = section(wording.of(report, Locale.ENGLISH, CallerNumber::key), "Summary");

        assertThat(summary.rows().getLast())
                .containsExactly("Wrongly diverted (estimate)", "not known: no sample was reviewed");
        assertThat(summary.notes().getLast()).contains("are counted from 2026-11-22 on");
    }

    @Test
    void sharesAreOfAllAndEffectsOfThoseFollowed() {
        ReportText text = wording.of(report(), Locale.ENGLISH, CallerNumber::key);

        assertThat(section(text, "Taken for").rows())
                .containsExactly(List.of("normal", "200", "80.0 %"), List.of("not screened", "50", "20.0 %"));
        assertThat(section(text, "Effect of each treatment").rows())
                .containsExactly(
                        List.of("passed", "90", "6", "80", "0", "–", "–"),
                        List.of(
                                "deterred",
                                "30",
                                "28",
                                "0",
                                "20",
                                "5.0 % (0.9 % – 23.6 %)",
                                "25.0 % (11.2 % – 46.9 %)"));
    }

    @Test
    void numbersAreMaskedForAllWhereverItIsMade() {
        ReportText text = wording.masked(report(), Locale.SIMPLIFIED_CHINESE);

        assertThat(text.title()).isEqualTo("来电报表");
        assertThat(text.period()).isEqualTo("2026-11-22 全天（Asia/Shanghai）");
        List<String> sources =
                section(text, "骚扰最多的来源").rows().stream().map(List::getFirst).toList();
        assertThat(sources.getFirst()).isEqualTo("+86•••••001");
        assertThat(String.join(" ", sources)).contains("•").doesNotContain("139000");
    }

    private static String pdf(ReportText text, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPaper(ReportSettingsBuilder.shipped(), texts()).write(text, NOW, locale, out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void thePdfHasAllOfItOverAsManyPagesAsItTakes() throws IOException {
        Function<Integer, List<String>> row = i -> List.of("2026-01-" + i, "1", "2", "3", "4");
        ReportText text = new ReportText(
                "Report",
                "2026",
                List.of(new Section(
                        "Calls by day",
                        List.of("Day", "Calls", "Silent", "Noise", "Good talks"),
                        IntStream.range(100, 400).boxed().map(row).toList(),
                        List.of("The last note."))));

        assertThat(pdf(text, Locale.ENGLISH))
                .contains("2026-01-100", "2026-01-399", "The last note.", "page 5")
                .doesNotContain("no font");
    }

    @Test
    void theSameReportGivesTheSamePdf() throws IOException {
        ReportText text = wording.masked(report(), Locale.ENGLISH);

        assertThat(pdf(text, Locale.ENGLISH))
                .isEqualTo(pdf(text, Locale.ENGLISH))
                .contains(
                        "Report of calls",
                        "+86",
                        "Agent minutes saved",
                        "10.0 % (1.8 % – 40.4 %)",
                        "23.6 %)",
                        "46.9 %)");
    }
}

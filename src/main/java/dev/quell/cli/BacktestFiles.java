package dev.quell.cli;

import dev.quell.backtest.Choice;
import dev.quell.backtest.input.InputFormat;
import dev.quell.backtest.input.InputSettings;
import dev.quell.backtest.input.InputSettings.Callers;
import dev.quell.backtest.input.InputSummary;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.input.RecordReader;
import dev.quell.backtest.input.RecordSink;
import dev.quell.backtest.input.RecordedCaller;
import dev.quell.backtest.page.HtmlPage;
import dev.quell.backtest.page.JsonPage;
import dev.quell.backtest.page.TextPage;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.classifier.Language;
import dev.quell.replay.ReplaySettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The files that a backtest reads and writes besides the calls. */
final class BacktestFiles {

    private static final String PRESENT = "present";
    private static final String SHIPPED = "shipped";

    private BacktestFiles() {}

    /** How a result is written. */
    enum Shape {
        TEXT,
        JSON,
        HTML
    }

    /** Reads the word for an input's format. */
    static final class Format implements ITypeConverter<InputFormat> {
        @Override
        public InputFormat convert(String word) {
            return InputFormat.of(word)
                    .filter(format -> format != InputFormat.LABELS)
                    .orElseThrow(
                            () -> new TypeConversionException("write master-csv, cdr-custom, cel, calls or counts"));
        }
    }

    /** The settings that the service has, enforced. */
    static Choice present(SiteSettings site) {
        return new Choice(PRESENT, settings(site));
    }

    /** The settings that a word or a file's name means, enforced. */
    static Choice choice(SiteSettings site, String name) {
        return switch (name) {
            case PRESENT -> present(site);
            case SHIPPED -> new Choice(SHIPPED, ReplaySettings.shipped());
            default -> file(site, Path.of(name));
        };
    }

    private static Choice file(SiteSettings site, Path file) {
        Path name = file.getFileName();
        try {
            return new Choice(name == null ? file.toString() : name.toString(), settings(site.with(file)));
        } catch (RuntimeException e) {
            throw new IllegalStateException("the settings in " + file + " cannot be used: " + Faults.innermost(e), e);
        }
    }

    private static ReplaySettings settings(SiteSettings site) {
        return ReplaySettings.of(Binder.get(site.environment())).enforcing();
    }

    /**
     * Reads callers' labels. Which callers of the calls are numbers is not known yet, so each label is kept for both readings of its caller.
     *
     * @throws IllegalStateException if more than 1 % of the lines are no labels
     */
    static Map<String, Label> labels(Path file, InputSettings settings) throws IOException {
        Map<String, Label> labels = new HashMap<>();
        for (Callers callers : List.of(Callers.NUMBERS, Callers.OPAQUE)) {
            InputSettings reading = new InputSettings(
                    Optional.of(InputFormat.LABELS),
                    List.of(),
                    settings.zone(),
                    settings.region(),
                    callers,
                    settings.inbound());
            InputSummary summary = new RecordReader(reading).read(file, new RecordSink() {
                @Override
                public void label(RecordedCaller caller, Label label) {
                    labels.put(caller.key(), label);
                }
            });
            if (summary.mostlyUnread()) {
                throw new IllegalStateException(
                        file + ": line " + summary.firstSkipped().getFirst().lineNumber() + ": "
                                + summary.firstSkipped().getFirst().fault());
            }
        }
        return labels;
    }

    /** Writes a result to a file, or to where commands write. */
    static void write(BacktestResult result, Shape shape, Language language, Optional<Path> file, Appendable out)
            throws IOException {
        if (file.isEmpty()) {
            write(result, shape, language, out);
            return;
        }
        try (Writer writer = Files.newBufferedWriter(file.get())) {
            write(result, shape, language, writer);
        }
    }

    private static void write(BacktestResult result, Shape shape, Language language, Appendable out)
            throws IOException {
        switch (shape) {
            case TEXT -> TextPage.write(result, language, out);
            case JSON -> JsonPage.write(result, out);
            case HTML -> HtmlPage.write(result, language, out);
        }
    }
}

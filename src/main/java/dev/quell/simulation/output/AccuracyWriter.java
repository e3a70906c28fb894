package dev.quell.simulation.output;

import dev.quell.backtest.measure.Confusion.Share;
import dev.quell.simulation.measure.Met;
import dev.quell.simulation.measure.Results;
import dev.quell.simulation.measure.Written;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Fills the accuracy page's text with figures. */
public final class AccuracyWriter {

    private static final String TEXT = "/quell/accuracy-page.md";

    private AccuracyWriter() {}

    /** The page. */
    public static String write(Results commercial, Results emergency) {
        String page = text();
        for (Map.Entry<String, String> figure : figures(commercial, emergency).entrySet()) {
            page = page.replace("{{" + figure.getKey() + "}}", figure.getValue().strip());
        }
        return page;
    }

    private static Map<String, String> figures(Results commercial, Results emergency) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("version", commercial.version());
        figures.put("run", ResultWriter.run(commercial));
        figures.put("goals", Tables.goals(commercial).markdown());
        figures.put("hurt", Tables.hurt(commercial).markdown());
        figures.put("decisions", Tables.decisions(commercial).markdown());
        figures.put("scenarios", Tables.scenarios(commercial).markdown());
        figures.put("reliability", Tables.reliability(commercial).markdown());
        figures.put("merit", Tables.merit(commercial));
        figures.put("emergency-run", ResultWriter.run(emergency));
        figures.put("emergency-hurt", Tables.hurt(emergency).markdown());
        figures.put("emergency-merit", Tables.merit(emergency));
        figures.put("stopped", stopped(commercial));
        figures.put("precision", precision(commercial));
        figures.put("hurt-callers", perHundredThousand(commercial));
        figures.put("auc", String.format(Locale.ROOT, "%.3f", commercial.auc()));
        return figures;
    }

    /** Of the nuisance calls so many did not go straight to an agent. */
    private static String stopped(Results results) {
        long passed = results.nuisance().calls(Met.PASS).part()
                + results.nuisance().calls(Met.TAG).part();
        long calls = results.nuisance().calls();
        return Written.interval(new Share(calls - passed, calls));
    }

    /** Of the calls deterred or blocked so many were a nuisance. */
    private static String precision(Results results) {
        long bad = results.nuisance().calls(Met.DETER).part()
                + results.nuisance().calls(Met.BLOCK).part();
        long good = results.good().calls(Met.DETER).part()
                + results.good().calls(Met.BLOCK).part();
        return Written.interval(new Share(bad, bad + good));
    }

    private static String perHundredThousand(Results results) {
        return String.format(
                Locale.ROOT,
                "%.1f deterred and %.1f blocked",
                results.good().callers(Met.DETER).per100k(),
                results.good().callers(Met.BLOCK).per100k());
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(AccuracyWriter.class.getResourceAsStream(TEXT), TEXT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.quell.cli;

import dev.quell.backtest.Scores;
import dev.quell.backtest.input.Label;
import dev.quell.backtest.tally.LogOdds;
import dev.quell.classifier.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores as CSV (RFC 4180, UTF-8, one header line). A field that a spreadsheet would take for a formula begins with an apostrophe; a number with its
 * plus or minus is none.
 */
final class ScoreFile implements Scores, AutoCloseable {

    private static final Pattern FORMULA =
            Pattern.compile("(?s)[=@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20].*|[+-](?![0-9.]+\\z).*");
    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\\r\\n].*");

    private final @Nullable Writer out;

    private ScoreFile(@Nullable Writer out) throws IOException {
        this.out = out;
        if (out != null) {
            out.write("id,p,action,label,caller,log_odds\r\n");
        }
    }

    /** Opens a file; without one, what is taken is lost. */
    static ScoreFile open(Optional<Path> file) throws IOException {
        return new ScoreFile(file.isPresent() ? Files.newBufferedWriter(file.get()) : null);
    }

    @Override
    public void take(String id, String caller, double probability, Action action, Optional<Label> label) {
        if (out == null) {
            return;
        }
        try {
            out.write(cell(id) + "," + probability + "," + word(action) + ","
                    + label.map(ScoreFile::word).orElse("") + "," + cell(caller) + "," + LogOdds.of(probability)
                    + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the scores cannot be written: " + Faults.sentence(e), e);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}

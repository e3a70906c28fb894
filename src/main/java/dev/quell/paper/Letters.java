package dev.quell.paper;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fonts of a report: for each letter the first that has it. */
public final class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);
    private static final List<String> USUAL = List.of(
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttf",
            "/usr/share/fonts/truetype/arphic/uming.ttf",
            "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

    private static final String OWN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1000;

    private final List<PDFont> fonts = new ArrayList<>();
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private boolean lacking;

    /** A piece of text in one font. */
    record Run(PDFont font, String text) {}

    /**
     * What is known of a letter.
     *
     * @param font the first that has it; null if none has
     * @param width in thousandths of the size
     */
    private record Glyph(@Nullable PDFont font, float width) {}

    /**
     * The fonts of a document.
     *
     * @param chosen a font's file that goes before the usual ones; empty if there is none
     */
    public Letters(PDDocument document, String chosen) {
        fonts.add(own(document));
        Stream.concat(Stream.of(chosen), USUAL.stream())
                .filter(file -> !file.isEmpty() && new File(file).isFile())
                .forEach(file -> load(document, file));
    }

    /** The font that comes with PDFBox, put into the document: one that is only named has PDFBox read all fonts of the machine first, and write a cache of them. */
    private static PDFont own(PDDocument document) {
        try (InputStream font = PDFont.class.getResourceAsStream(OWN)) {
            return font(document, new RandomAccessReadBuffer(Objects.requireNonNull(font, OWN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(PDDocument document, String file) {
        try {
            fonts.add(font(document, new RandomAccessReadBufferedFile(new File(file))));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The font {} cannot be put into reports: {}", file, e.getMessage());
        }
    }

    /** Without the substitution of glyphs, for which PDFBox compiles a pattern of all ligatures for each piece of text. */
    private static PDFont font(PDDocument document, RandomAccessRead content) throws IOException {
        TrueTypeFont font = new TTFParser().parse(content);
        document.registerTrueTypeFontForClosing(font);
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    /** Whether a letter was asked for that no font has. */
    public boolean lacking() {
        return lacking;
    }

    /** The text in runs; a letter that no font has is a question mark. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        PDFont current = fonts.getFirst();
        for (int letter : text.codePoints().toArray()) {
            PDFont font = font(letter);
            if (font != null && !font.equals(current) && !run.isEmpty()) {
                runs.add(new Run(current, run.toString()));
                run.setLength(0);
            }
            current = font == null ? current : font;
            if (font == null) {
                lacking = true;
            }
            run.appendCodePoint(font == null ? '?' : letter);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(current, run.toString()));
        }
        return runs;
    }

    private @Nullable PDFont font(int letter) {
        return glyph(letter).font();
    }

    /** How wide a letter is in a size. */
    float width(int letter, float size) {
        return glyph(letter).width() * size / UNITS;
    }

    /** Fonts tell by an exception that they lack a letter: each is asked once. */
    private Glyph glyph(int letter) {
        return glyphs.computeIfAbsent(letter, this::look);
    }

    private Glyph look(int letter) {
        for (PDFont font : fonts) {
            try {
                return new Glyph(font, font.getStringWidth(Character.toString(letter)));
            } catch (IOException | IllegalArgumentException e) {
                LOG.trace("{} has no {}", font, letter);
            }
        }
        try {
            return new Glyph(null, fonts.getFirst().getStringWidth("?"));
        } catch (IOException e) {
            return new Glyph(null, UNITS);
        }
    }
}

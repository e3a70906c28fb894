package dev.quell.paper;

import dev.quell.call.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lines on A4 pages, broken where they are too wide. Whatever a caller wrote stays within its line. */
public final class Sheet implements AutoCloseable {

    private static final float LEFT = 54;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 54;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 60;
    private static final float LEADING = 1.45f;
    private static final float FOOT = 8;
    private static final int LONGEST = 2_000;
    /** Lines of a row that stand on one page together. */
    private static final int MOST_TOGETHER = 10;

    private final PDDocument document;
    private final Letters letters;
    private final String foot;
    private final String page;
    private PDPageContentStream stream;
    private float at;

    /** Begins the first page; each has the foot and its number behind the word for a page. */
    public Sheet(PDDocument document, Letters letters, String foot, String page) throws IOException {
        this.document = document;
        this.letters = letters;
        this.foot = foot;
        this.page = page;
        this.stream = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage made = new PDPage(PDRectangle.A4);
        document.addPage(made);
        at = TOP;
        PDPageContentStream begun = new PDPageContentStream(document, made);
        show(begun, foot + "   " + page + " " + document.getNumberOfPages(), LEFT, BOTTOM - 24, FOOT);
        return begun;
    }

    /** Leaves room. */
    public void space(float height) {
        at -= height;
    }

    /** A heading with a rule below it; it does not stand alone at a page's end. */
    public void heading(String text, float size) throws IOException {
        need(size * 5);
        space(size * 0.6f);
        line(text, size, 0);
        stream.setLineWidth(0.6f);
        stream.moveTo(LEFT, at - size * 0.35f);
        stream.lineTo(RIGHT, at - size * 0.35f);
        stream.stroke();
        space(size * 0.4f);
    }

    /** A line of text, in as many lines as it takes. */
    public void line(String text, float size, float indent) throws IOException {
        for (String part : broken(Printable.of(text, LONGEST), size, RIGHT - LEFT - indent)) {
            need(size * LEADING);
            at -= size * LEADING;
            show(stream, part, LEFT + indent, at, size);
        }
    }

    /** A word in a column of its own, and a text beside it. */
    public void pair(String word, String text, float size, float column) throws IOException {
        List<String> parts = broken(Printable.of(text, LONGEST), size, RIGHT - LEFT - column);
        for (int part = 0; part < parts.size(); part++) {
            need(size * LEADING);
            at -= size * LEADING;
            if (part == 0) {
                show(stream, Printable.of(word, 60), LEFT, at, size);
            }
            show(stream, parts.get(part), LEFT + column, at, size);
        }
    }

    /** A row of a table: the first cell in a column of its own, the others in columns alike, each in as many lines as it takes. */
    public void cells(List<String> cells, float size, float first) throws IOException {
        float other = (RIGHT - LEFT - first) / Math.max(1, cells.size() - 1);
        List<List<String>> broken = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            float width = (cell == 0 ? first : other) - size / 2;
            broken.add(broken(Printable.of(cells.get(cell), LONGEST), size, width));
        }
        int lines = broken.stream().mapToInt(List::size).max().orElse(0);
        need(Math.min(lines, MOST_TOGETHER) * size * LEADING);
        for (int line = 0; line < lines; line++) {
            need(size * LEADING);
            at -= size * LEADING;
            for (int cell = 0; cell < cells.size(); cell++) {
                if (line < broken.get(cell).size()) {
                    float x = cell == 0 ? LEFT : LEFT + first + (cell - 1) * other;
                    show(stream, broken.get(cell).get(line), x, at, size);
                }
            }
        }
    }

    private void need(float height) throws IOException {
        if (at - height < BOTTOM) {
            stream.close();
            stream = begin();
        }
    }

    private List<String> broken(String text, float size, float width) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        float used = 0;
        int blank = -1;
        for (int letter : text.codePoints().toArray()) {
            float wide = letters.width(letter, size);
            if (used + wide > width && !part.isEmpty()) {
                String rest = "";
                if (blank > 0 && letter != ' ') {
                    rest = part.substring(blank + 1);
                    part.setLength(blank);
                }
                parts.add(part.toString());
                part = new StringBuilder(rest);
                used = (float) rest.codePoints()
                        .mapToDouble(each -> letters.width(each, size))
                        .sum();
                blank = -1;
            }
            if (letter == ' ') {
                blank = part.length();
            }
            part.appendCodePoint(letter);
            used += wide;
        }
        parts.add(part.toString());
        return parts;
    }

    private void show(PDPageContentStream to, String text, float x, float y, float size) throws IOException {
        to.beginText();
        to.newLineAtOffset(x, y);
        for (Letters.Run run : letters.runs(text)) {
            to.setFont(run.font(), size);
            to.showText(run.text());
        }
        to.endText();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

package dev.quell.evidence.pack;

import dev.quell.call.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Lines on A4 pages, broken where they are too wide. Whatever a caller wrote stays within its line. */
final class Sheet implements AutoCloseable {

    private static final float LEFT = 54;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 54;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 60;
    private static final float LEADING = 1.45f;
    private static final float FOOT = 8;
    private static final int LONGEST = 2_000;

    private final PDDocument document;
    private final Letters letters;
    private final String foot;
    private final String page;
    private PDPageContentStream stream;
    private float at;

    Sheet(PDDocument document, Letters letters, String foot, String page) throws IOException {
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
    void space(float height) {
        at -= height;
    }

    /** A heading with a rule below it; it does not stand alone at a page's end. */
    void heading(String text, float size) throws IOException {
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
    void line(String text, float size, float indent) throws IOException {
        for (String part : broken(Printable.of(text, LONGEST), size, RIGHT - LEFT - indent)) {
            need(size * LEADING);
            at -= size * LEADING;
            show(stream, part, LEFT + indent, at, size);
        }
    }

    /** A word in a column of its own, and a text beside it. */
    void pair(String word, String text, float size, float column) throws IOException {
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

package dev.quell.calllog.words;

import java.util.ArrayList;
import java.util.List;

/** Lines that each begin with a word in a column of its own; a Chinese character is as wide as two letters. */
public final class Columns {

    private static final int WIDTH = 10;

    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();

    /** No lines yet. */
    public Columns(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Adds a line under a label. */
    public void line(String label, String text) {
        lines.add(pad(phrases.say("label." + label), WIDTH) + text);
    }

    /** Adds a line that goes on under the label before. */
    public void more(String text) {
        lines.add(pad("", WIDTH) + text);
    }

    /** Adds lines under one label. */
    public void block(String label, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (i == 0) {
                line(label, texts.get(i));
            } else {
                more(texts.get(i));
            }
        }
    }

    /** The lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** A text with blanks behind it, up to a width. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) || (point >= 0xff00 && point < 0xff61) ? 2 : 1)
                .sum();
    }
}

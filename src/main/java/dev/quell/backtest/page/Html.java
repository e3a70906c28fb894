package dev.quell.backtest.page;

/** HTML and SVG with everything from outside escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder(16_384);

    /** Markup of our own making. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Text, escaped. */
    Html text(String words) {
        text.append(escaped(words));
        return this;
    }

    /** An element with text in it; {@code tag} may carry attributes of our own making. */
    Html element(String tag, String words) {
        int blank = tag.indexOf(' ');
        String name = blank < 0 ? tag : tag.substring(0, blank);
        text.append('<')
                .append(tag)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** Text that is safe within elements and within attributes in double quotes. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

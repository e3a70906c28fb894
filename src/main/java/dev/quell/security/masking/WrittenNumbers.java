package dev.quell.security.masking;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers in a text as people write them: with blanks, hyphens, points, slashes, commas or brackets between the digits, wherever they stand, in full-width or other digits,
 * behind {@code tel:} and a channel's technology. A number has nine digits at least, behind a plus seven, behind an area code eight; so case numbers and lines
 * stay. Ids of calls, times, addresses of machines, fractions, amounts, serial numbers of channels and hashes are looked for first and stay too.
 */
final class WrittenNumbers {
    private static final String DATE = "(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
    private static final String TIME =
            "[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z| ?[+-]\\d{2}:?\\d{2}(?!\\d))?";
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** What has many digits and is no number. */
    private static final Pattern OTHERS = Pattern.compile(
            // A call: its Asterisk, the second of its arrival and a serial number.
            "(?<![\\w.-])[A-Za-z0-9-]{1,32}:(?:1[4-9]|2[01])\\d{8}\\.\\d{1,8}(?!\\d)"
                    + "|(?<!\\d)" + DATE + "(?:" + TIME + ")?(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d{2}(?!\\d)"
                    + "|(?<![\\d.])(?:" + BYTE + "\\.){3}" + BYTE + "(?![\\d.])"
                    + "|(?<![\\d.])0\\.\\d+"
                    + "|(?<=(?:PJSIP|SIP|IAX2|DAHDI|Local)/[\\w.@+-]{1,80})-00[0-9a-f]{6}(?:;[12])?(?![\\w-])"
                    + "|(?<![0-9A-Za-z])(?=[0-9]{0,64}[a-f])[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}(?![0-9A-Za-z])"
                    + "|(?<![0-9A-Za-z])(?=[0-9]{0,64}[a-f])[0-9a-f]{40,128}(?![0-9A-Za-z])"
                    // Amounts.
                    + "|(?<![\\d.,+])\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?(?![\\d,]*\\d)"
                    + "|(?<![\\d.,+()/-])(?<!\\d )\\d{1,9}\\.\\d{1,2}(?![\\d.])"
                    // When a list was taken in, in milliseconds.
                    + "|(?<=\\bimport )1[4-9]\\d{11}(?!\\d)");

    /** Digits with what people write between them; it never goes back, so that a long text takes no stack. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\+ ?)?\\(?\\d++(?:(?: ?[-./()]{1,2} ?\\(?| \\(?)\\d++)*+\\)?");

    /** What may stand between two digits of a number whose form alone tells it apart, wherever it is broken up. */
    private static final String GAP = "(?:,|[-./() ]{0,3}+)";

    /** A mobile number of China, and one with an area code. */
    private static final Pattern FORMED = Pattern.compile("(?<!\\d)\\(?(?:(?:\\+ ?|00)?86" + GAP + ")?(?:1" + GAP
            + "[3-9](?:" + GAP + "\\d){9}|0(?:10|2\\d|[3-9]\\d\\d)(?:" + GAP + "\\d){7,8})(?!\\d)");

    private static final int FEWEST = 9;
    private static final int BEHIND_PLUS = 7;
    private static final int BEHIND_AREA = 8;
    /** A group of so many digits behind a blank is a number of its own, unless a country or an area code goes before it. */
    private static final int OWN = 7;

    private static final Pattern AREA = Pattern.compile("\\(?0\\d{2,3}\\)?[^\\d]\\D*\\d+");
    private static final Pattern CODE = Pattern.compile("\\+.*|\\(?0\\d{1,4}\\)?|86|\\(.*\\)");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d) (?=\\d)");

    private WrittenNumbers() {}

    /**
     * The text with each number in another form.
     *
     * @param form is given a number's digits, with a plus before them if it has one, and answers them or what is to stand there
     */
    static String replaced(String text, UnaryOperator<String> form) {
        String shadow = shadow(text);
        if (shadow.chars().noneMatch(WrittenNumbers::isDigit)) {
            return text;
        }
        Found numbers = new Found(text, blanked(shadow, others(shadow)), form);
        numbers.formed();
        numbers.others();
        return numbers.text();
    }

    /** What is found in a text, first by its form alone, then in what is left. */
    private static final class Found {
        private final String text;
        private final StringBuilder left;
        private final UnaryOperator<String> form;
        private final NavigableMap<Integer, Span> spans = new TreeMap<>();

        private Found(String text, StringBuilder left, UnaryOperator<String> form) {
            this.text = text;
            this.left = left;
            this.form = form;
        }

        private record Span(int end, String answer) {}

        void formed() {
            Matcher found = FORMED.matcher(left.toString());
            while (found.find()) {
                add(found.group(), found.start());
                blank(left, found.start(), found.end());
            }
        }

        void others() {
            Matcher found = WRITTEN.matcher(left.toString());
            while (found.find()) {
                int at = found.start();
                for (String part : GROUPS.split(found.group(), -1).length == 1
                        ? new String[] {found.group()}
                        : parts(found.group())) {
                    if (isNumber(part, digits(part))) {
                        add(part, at);
                    }
                    at += part.length() + 1;
                }
            }
        }

        private void add(String part, int at) {
            String digits = digits(part);
            String answer = form.apply(digits);
            if (!answer.equals(digits)) {
                spans.put(at + lead(part), new Span(at + part.length() - trail(part), answer));
            }
        }

        String text() {
            StringBuilder made = new StringBuilder();
            int done = 0;
            for (Map.Entry<Integer, Span> span : spans.entrySet()) {
                made.append(text, done, span.getKey()).append(span.getValue().answer());
                done = span.getValue().end();
            }
            return made.append(text, done, text.length()).toString();
        }
    }

    /** One digit for each character that is one, ASCII for other forms of what stands between digits; as long as the text. */
    private static String shadow(String text) {
        StringBuilder shadow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            shadow.append(digit >= 0 ? (char) ('0' + digit) : between(c));
        }
        return shadow.toString();
    }

    private static char between(char c) {
        return switch (c) {
            case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000', '\t' -> ' ';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uFF0D', '_' -> '-';
            case '\u00B7', '\u30FB', '\uFF0E', '\u3002' -> '.';
            case '\uFF0C', '\u3001' -> ',';
            case '\uFF0F' -> '/';
            case '\uFF08' -> '(';
            case '\uFF09' -> ')';
            case '\uFF0B' -> '+';
            default -> c;
        };
    }

    private static BitSet others(String shadow) {
        BitSet others = new BitSet(shadow.length());
        Matcher found = OTHERS.matcher(shadow);
        while (found.find()) {
            others.set(found.start(), found.end());
        }
        return others;
    }

    private static StringBuilder blanked(String shadow, BitSet others) {
        StringBuilder blanked = new StringBuilder(shadow);
        others.stream().forEach(i -> blanked.setCharAt(i, 'x'));
        return blanked;
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, 'x');
        }
    }

    /** The numbers among groups of digits with single blanks between them. */
    private static String[] parts(String written) {
        StringBuilder marked = new StringBuilder();
        String before = "";
        for (String group : GROUPS.split(written, -1)) {
            boolean joined = !before.isEmpty()
                    && ((digits(group).length() < OWN && digits(before).length() < OWN)
                            || CODE.matcher(before).matches());
            marked.append(marked.isEmpty() ? "" : joined ? " " : "\n").append(group);
            before = group;
        }
        return marked.toString().split("\n", -1);
    }

    private static boolean isNumber(String written, String digits) {
        int many = digits.startsWith("+") ? digits.length() - 1 : digits.length();
        return many >= FEWEST
                || (digits.startsWith("+") && many >= BEHIND_PLUS)
                || (many >= BEHIND_AREA && AREA.matcher(written).matches());
    }

    private static String digits(String written) {
        return written.replaceAll("[^0-9+]", "");
    }

    /** How much of what was found stands before the number: a bracket only if it is closed in it. */
    private static int lead(String part) {
        int digit = 0;
        while (digit < part.length() && !isDigit(part.charAt(digit)) && part.charAt(digit) != '+') {
            digit++;
        }
        return part.indexOf(')') > 0 ? 0 : digit;
    }

    private static int trail(String part) {
        return part.endsWith(")") && part.indexOf('(') < 0 ? 1 : 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}

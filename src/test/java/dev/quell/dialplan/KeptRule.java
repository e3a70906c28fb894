package dev.quell.dialplan;

import java.util.ArrayList;
import java.util.List;

/** What is kept is never left untold: the mark is set after the entry is written, and entries are counted after the mark is cleared. */
final class KeptRule implements LintRule {

    private static final String MARK = "Set(GLOBAL(QUELL_KEPT_ANY)=";

    @Override
    public List<String> violations(List<DialplanLine> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DialplanLine line = lines.get(i);
            boolean keeps =
                    line.text().contains("Set(DB(quell-") && !line.text().contains("Set(DB(quell-refused/");
            if (keeps && !next(lines, i, MARK + "yes)")) {
                found.add(line + ": QUELL_KEPT_ANY must be set to yes just after it");
            }
            if (line.text().contains(MARK + "no)") && !next(lines, i, MARK + "yes)")) {
                found.add(line
                        + ": the entries must be counted just after it, and QUELL_KEPT_ANY be yes if there are any");
            }
        }
        return found;
    }

    private static boolean next(List<DialplanLine> lines, int i, String text) {
        return i + 1 < lines.size()
                && lines.get(i + 1).sameExtension(lines.get(i))
                && lines.get(i + 1).text().contains(text);
    }
}

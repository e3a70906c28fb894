package dev.quell.reporting.words;

import java.util.List;

/**
 * A report in one language, for every form it is shown in.
 *
 * @param period its days in words
 */
public record ReportText(String title, String period, List<Section> sections) {

    public ReportText {
        sections = List.copyOf(sections);
    }
}

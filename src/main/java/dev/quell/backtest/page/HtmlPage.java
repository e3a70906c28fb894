package dev.quell.backtest.page;

import dev.quell.backtest.page.Section.Kind;
import dev.quell.backtest.result.BacktestResult;
import dev.quell.classifier.Language;
import java.io.IOException;
import java.util.List;

/**
 * A result as one page of HTML that needs nothing else: no script, no font and no picture from outside, plots as SVG within. It carries the strictest
 * content security policy that it can be shown under; only its own style sheet is let in, by its hash.
 */
public final class HtmlPage {

    private HtmlPage() {}

    /** Writes a result; times are in UTC. */
    public static void write(BacktestResult result, Language language, Appendable out) throws IOException {
        Words words = new Words(language);
        Html html = new Html();
        List<Section> sections = Sections.of(result, words);
        StyleSheet style = StyleSheet.load();
        html.raw("<!DOCTYPE html>\n<html lang=\"" + words.code() + "\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + style.policy() + "\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", sections.getFirst().title())
                .raw("<style>" + style.text() + "</style>\n</head>\n<body>\n<main>\n");
        Plots plots = new Plots(result, words);
        for (Section section : sections) {
            section(html, section, plots);
        }
        out.append(html.raw("</main>\n</body>\n</html>\n").toString());
    }

    private static void section(Html html, Section section, Plots plots) {
        boolean head = section.kind() == Kind.HEAD;
        html.raw(section.kind() == Kind.WARNING ? "<section class=\"warning\">\n" : "<section>\n");
        html.element(head ? "h1" : "h2", section.title());
        section.sentences().forEach(sentence -> html.element("p", sentence));
        section.tables().forEach(table -> table(html, table));
        html.raw(plots.of(section.kind())).raw("</section>\n");
    }

    private static void table(Html html, Table table) {
        html.raw("<div class=\"wide\"><table>\n<thead><tr>");
        for (int i = 0; i < table.head().size(); i++) {
            html.element("th scope=\"col\"" + side(table, i), table.head().get(i));
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.element((i == 0 ? "th scope=\"row\"" : "td") + side(table, i), row.get(i));
            }
            html.raw("</tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }

    private static String side(Table table, int column) {
        return column < table.left() ? " class=\"word\"" : "";
    }
}

package dev.quell.backtest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.backtest.result.BacktestResult;
import dev.quell.classifier.Language;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void textFitsATerminal(Language language) throws IOException {
        String text = text(SampleResult.whole(), language);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(110));
        assertThat(text.chars().filter(c -> c == 0x1b || c == '\r')).isEmpty();
    }

    @Test
    void textTellsFirstWhomItWouldHurt() throws IOException {
        List<String> lines =
                text(SampleResult.whole(), Language.ENGLISH).lines().toList();
        assertThat(lines.get(0)).isEqualTo("Backtest of Master.csv");
        assertThat(lines.get(1))
                .isEqualTo("  52,000 calls by 37,941 callers, 2026-11-01 00:00 – 2026-11-14 23:58 UTC.");
        assertThat(lines.get(4)).isEqualTo("Good callers hurt, nuisance met");
        assertThat(lines)
                .contains(
                        "  tagged             300     843 (753–943)     1,400  59.8 % (57.8–61.8)  82.4 % (80.5–84.1)")
                .contains("  Line 17: the line has 4 fields; a record of this file has 16 to 21");
    }

    @Test
    void chineseTextSpeaksChinese() throws IOException {
        assertThat(text(SampleResult.whole(), Language.CHINESE))
                .startsWith("回测：Master.csv\n  52,000 通来电，37,941 个主叫")
                .contains("误伤与拦截", "劝退队列", "第 17 行：")
                .doesNotContain("Good callers");
    }

    @Test
    void aBareResultHasNoEmptyParts() throws IOException {
        BacktestResult bare = SampleResult.bare();
        assertThat(text(bare, Language.ENGLISH)).doesNotContain("hurt", "NaN", "differs", "null");
        assertThat(html(bare, Language.ENGLISH)).doesNotContain("<svg", "NaN", "null");
        JsonNode json = json(bare);
        assertThat(json.path("run").has("measured")).isFalse();
        assertThat(json.has("difference")).isFalse();
        assertThat(json.path("input").has("first")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fewCasesAreDrawnWithoutNonsense(int cases) throws IOException {
        BacktestResult few = SampleResult.few(cases);
        assertThat(html(few, Language.ENGLISH)).contains("<svg").doesNotContain("NaN", "Infinity", "null");
        assertThat(text(few, Language.ENGLISH)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void anUnsoundInputIsWarnedOfOnTop() throws IOException {
        assertThat(text(SampleResult.hostile(), Language.ENGLISH).indexOf("These figures are not to be trusted"))
                .isBetween(1, 600);
        assertThat(html(SampleResult.hostile(), Language.ENGLISH)).contains("<section class=\"warning\">");
        assertThat(html(SampleResult.whole(), Language.ENGLISH)).doesNotContain("class=\"warning\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hostileTextStaysText(Language language) throws IOException {
        String html = html(SampleResult.hostile(), language);
        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;=HYPERLINK");
        String text = text(SampleResult.hostile(), language);
        for (String page : List.of(html, text)) {
            assertThat(page.chars().filter(c -> c == 0x1b || c == 0x202e || c == '\r'))
                    .isEmpty();
        }
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(TextPage.WIDTH + 60));
    }

    @Test
    void hostileTextSurvivesJsonWhole() throws IOException {
        StringBuilder out = new StringBuilder();
        JsonPage.write(SampleResult.hostile(), out);
        assertThat(out.chars().allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f)))
                .isTrue();
        assertThat(json(SampleResult.hostile()).path("input").path("name").asString())
                .isEqualTo(SampleResult.HOSTILE);
    }

    @Test
    void jsonHasItsDocumentedKeys() throws IOException {
        JsonNode json = json(SampleResult.whole());
        assertThat(json.propertyNames()).containsExactly("form", "input", "coverage", "run", "difference");
        assertThat(json.path("run").propertyNames())
                .containsExactly(
                        "settings",
                        "version",
                        "calls",
                        "callers",
                        "actions",
                        "classes",
                        "floorCalls",
                        "blocks",
                        "blockedCallers",
                        "days",
                        "measured");
        JsonNode tagged = json.path("run").path("measured").path("levels").path("TAGGED");
        assertThat(tagged.path("callers").path("falsePositive").asLong()).isEqualTo(300);
        assertThat(tagged.path("callers").path("recall").path("value").asDouble())
                .isEqualTo(1400.0 / 2341);
        assertThat(json.path("run")
                        .path("measured")
                        .path("levels")
                        .path("BLOCKED")
                        .path("delay")
                        .path("medianCall")
                        .isNull())
                .isTrue();
        assertThat(json.path("difference").path("changes").get(0).path("after").asString())
                .isEqualTo("TAG");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void htmlNeedsNothingFromOutside(Language language) throws IOException {
        String html = html(SampleResult.whole(), language);
        assertThat(html)
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain(
                        "<script", "<link", "<img", " style=", "javascript:", "@import", "url(", "http:", "https:")
                .doesNotContainPattern(Pattern.compile("\\son[a-z]+="))
                .contains("prefers-color-scheme: dark", "width=device-width");
        assertThat(html.lines().filter(line -> line.contains("<svg")).count()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPlotIsWellFormedAndHasATitleAndADescription(Language language) throws Exception {
        String html = html(SampleResult.whole(), language);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        int from = html.indexOf("<svg");
        while (from >= 0) {
            String svg = html.substring(from, html.indexOf("</svg>", from) + 6);
            org.w3c.dom.Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            String[] named = root.getAttribute("aria-labelledby").split(" ", -1);
            assertThat(svg).contains("<title id=\"" + named[0] + "\">", "<desc id=\"" + named[1] + "\">");
            assertThat(svg).doesNotContain("NaN", "Infinity");
            from = html.indexOf("<svg", from + 1);
        }
    }

    private static String text(BacktestResult result, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        TextPage.write(result, language, out);
        return out.toString();
    }

    private static String html(BacktestResult result, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlPage.write(result, language, out);
        return out.toString();
    }

    private static JsonNode json(BacktestResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonPage.write(result, out);
        return JsonMapper.builder().build().readTree(out.toString());
    }
}

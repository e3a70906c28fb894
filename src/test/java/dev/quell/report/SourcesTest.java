package dev.quell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import dev.quell.report.SourceFact.Blocked;
import dev.quell.report.SourceFact.Called;
import dev.quell.report.SourceFact.Flagged;
import dev.quell.report.Sources.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-21T00:00:00Z");
    private static final String HARASSER = "+8613800138000";
    private static final String CUSTOMER = "+8613900139000";

    private static Called call(String source, int second, String line, CallOutcome outcome, WayStep... way) {
        return new Called(source, FROM.plusSeconds(second), line, Optional.of(CallClass.SILENT), outcome, List.of(way));
    }

    private static SourceReport report(int top, SourceFact... facts) {
        return new Sources((by, from, to, reader) -> List.of(facts).forEach(reader))
                .report(new Query(Grouping.NUMBER, FROM, TO, top));
    }

    private static final SourceFact[] DAY = {
        call(HARASSER, 10, "12345", CallOutcome.SILENT, WayStep.LISTEN, WayStep.RELEASE),
        call(HARASSER, 20, "12346", CallOutcome.NOISE, WayStep.LISTEN, WayStep.NOISE, WayStep.QUEUE),
        new Flagged(HARASSER, FROM.plusSeconds(25)),
        new Blocked(HARASSER, FROM.plusSeconds(26)),
        call(HARASSER, 30, "12345", CallOutcome.UNKNOWN, WayStep.DETER, WayStep.TIMEOUT),
        call(CUSTOMER, 5, "12345", CallOutcome.GOOD_TALK, WayStep.PASS),
        new Called(CUSTOMER, FROM.plusSeconds(99), "12345", Optional.empty(), CallOutcome.SPOKE, List.of()),
    };

    @Test
    void rowCountsEverythingOfItsSource() {
        SourceRow row = report(10, DAY).rows().getFirst();

        assertThat(row)
                .isEqualTo(new SourceRow(
                        HARASSER,
                        3,
                        0,
                        Map.of(CallClass.SILENT, 3L),
                        Map.of(CallOutcome.SILENT, 1L, CallOutcome.NOISE, 1L, CallOutcome.UNKNOWN, 1L),
                        Map.of(WayStep.LISTEN, 2L, WayStep.DETER, 1L),
                        1,
                        1,
                        2,
                        List.of("12345", "12346"),
                        Optional.of(FROM.plusSeconds(10)),
                        Optional.of(FROM.plusSeconds(30))));
        assertThat(row.nuisance()).isEqualTo(3);
    }

    @Test
    void totalCountsAlsoWhatIsNotListed() {
        SourceReport report = report(1, DAY);

        assertThat(report.sources()).isEqualTo(2);
        assertThat(report.rows()).extracting(SourceRow::source).containsExactly(HARASSER);
        assertThat(report.total().calls()).isEqualTo(5);
        assertThat(report.total().unscreened()).isEqualTo(1);
        assertThat(report.total().nuisance()).isEqualTo(3);
        assertThat(report.total().lines()).isEqualTo(2);
        assertThat(report.total().firstSeen()).contains(FROM.plusSeconds(5));
        assertThat(report.total().lastSeen()).contains(FROM.plusSeconds(99));
    }

    @Test
    void worstComesFirstThenTheBusiestThenTheSmallerName() {
        SourceReport report = report(
                10,
                call("a", 1, "1", CallOutcome.SPOKE),
                call("b", 1, "1", CallOutcome.SPOKE),
                call("c", 1, "1", CallOutcome.SPOKE),
                call("c", 2, "1", CallOutcome.SPOKE),
                call("d", 1, "1", CallOutcome.SILENT));

        assertThat(report.rows()).extracting(SourceRow::source).containsExactly("d", "c", "a", "b");
    }

    @Test
    void emptyPeriodHasATotalOfNothing() {
        SourceReport report = report(10);

        assertThat(report.rows()).isEmpty();
        assertThat(report.sources()).isZero();
        assertThat(report.total().calls()).isZero();
        assertThat(report.total().firstSeen()).isEmpty();
    }

    @Test
    void progressIsToldEveryTenThousandFacts() {
        List<Long> told = new ArrayList<>();
        Sources sources = new Sources((by, from, to, reader) -> {
            for (int n = 0; n < 29_999; n++) {
                reader.accept(call("+861380000" + n, 1, "1", CallOutcome.SPOKE));
            }
        });

        SourceReport report = sources.report(new Query(Grouping.NUMBER, FROM, TO, 3), told::add);

        assertThat(told).containsExactly(10_000L, 20_000L);
        assertThat(report.sources()).isEqualTo(29_999);
        assertThat(report.rows()).hasSize(3);
    }

    @Test
    void queryRefusesAPeriodThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Query(Grouping.NUMBER, FROM, FROM, 1))
                .withMessage("the period must begin before it ends");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100000, true", "100001, false"})
    void queryTakesOneToAHundredThousandRows(int top, boolean taken) {
        if (taken) {
            assertThat(new Query(Grouping.NUMBER, FROM, TO, top).top()).isEqualTo(top);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new Query(Grouping.NUMBER, FROM, TO, top));
        }
    }

    @Test
    void textIsAligned() {
        String text = SourceText.of(report(1, DAY), ZoneId.of("Asia/Shanghai"));

        assertThat(text).isEqualTo("""
                Sources by number, from 2026-11-20 08:00 +08:00 until before 2026-11-21 08:00 +08:00: 2 sources, the worst 1

                SOURCE          CALLS  NUISANCE  SILENT  NOISE  SHORT  SPOKE  OTHER  FLAGS  LISTEN  CHALLENGE  DETER  REJECT  BLOCKS  LINES  FIRST SEEN        LAST SEEN         TAKEN FOR
                +8613800138000      3         3       1      1      0      0      1      1       2          0      1       0       1      2  2026-11-20 08:00  2026-11-20 08:00  SILENT 3
                total               5         3       1      1      0      2      1      1       2          0      1       0       1      2  2026-11-20 08:00  2026-11-20 08:01  SILENT 4, unscreened 1
                """);
    }

    @Test
    void csvHasOneLineASourceAndATotal() throws Exception {
        StringBuilder csv = new StringBuilder();

        SourceCsv.write(report(10, DAY), csv);

        assertThat(csv.toString().split("\r\n"))
                .containsExactly(
                        "source,calls,nuisance,first_seen,last_seen,lines,line_names,outcome_good_talk,outcome_spoke,"
                                + "outcome_silent,outcome_noise,outcome_short,outcome_no_media,outcome_abandoned,"
                                + "outcome_unknown,class_normal,class_short_abandon,class_ring_once,"
                                + "class_silent_technical,class_silent,class_noise_or_playback,class_robocall,"
                                + "class_high_frequency,class_abusive,class_spoof_suspect,class_flood,"
                                + "class_callback_storm,class_protected,unscreened,way_challenge,way_listen,way_deter,"
                                + "way_reject,blocks,flags",
                        "tel:+8613800138000,3,3,2026-11-20T00:00:10Z,2026-11-20T00:00:30Z,2,12345 12346,"
                                + "0,0,1,1,0,0,0,1,0,0,0,0,3,0,0,0,0,0,0,0,0,0,0,2,1,0,1,1",
                        "tel:+8613900139000,2,0,2026-11-20T00:00:05Z,2026-11-20T00:01:39Z,1,12345,"
                                + "1,1,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0",
                        "total,5,3,2026-11-20T00:00:05Z,2026-11-20T00:01:39Z,2,12345 12346,"
                                + "1,1,1,1,0,0,0,1,0,0,0,0,4,0,0,0,0,0,0,0,0,1,0,2,1,0,1,1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            +8613800138000    | tel:+8613800138000
            +86138001380*     | tel:+86138001380*
            withheld          | withheld
            =1+1              | '=1+1
            +cmd!A0           | '+cmd!A0
            -2                | '-2
            @SUM(A1)          | '@SUM(A1)
            ＝1               | '＝1
            sip-provider      | sip-provider
            """)
    void cellsThatWouldBeFormulasAreTexts(String cell, String safe) {
        assertThat(SafeCell.of(cell)).isEqualTo(safe);
    }

    @Test
    void cellsThatBeginWithATabOrALineBreakAreTexts() {
        assertThat(SafeCell.of("\t=1")).isEqualTo("'\t=1");
        assertThat(SafeCell.of("\r=1")).isEqualTo("'\r=1");
        assertThat(SafeCell.of("\n=1")).isEqualTo("'\n=1");
    }

    @Test
    void quotesAndCommasStayInTheirCell() throws Exception {
        StringBuilder csv = new StringBuilder();

        SourceCsv.write(report(1, call("a,\"b\"", 1, "=1", CallOutcome.SPOKE)), csv);

        assertThat(csv.toString().split("\r\n")[1])
                .startsWith("\"a,\"\"b\"\"\",1,0,")
                .contains(",1,'=1,");
    }
}

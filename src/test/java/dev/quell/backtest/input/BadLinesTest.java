package dev.quell.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One bad line costs itself, is told by its number, and the next is read. */
class BadLinesTest {

    private static final String GOOD_1 = "\"a\",\"100\",\"2026-11-22 11:52:10\",5,\"ANSWERED\"\n";
    private static final String GOOD_3 = "\"b\",\"100\",\"2026-11-22 11:52:20\",5,\"ANSWERED\"\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",5'|the line has 4 fields; a record of this file has 5",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",5,\"BUSY\",1'|the line has 6 fields; a record of this file has 5",
                "'\"x\",\"100\",\"2026-13-22 11:52:15\",5,\"BUSY\"'|the start '2026-13-22 11:52:15' is no time; write 2026-11-20 08:30:00, 2026-11-20T08:30:00+08:00 or seconds since 1970",
                "'\"x\",\"100\",\"\",5,\"BUSY\"'|the start '' is no time; write 2026-11-20 08:30:00, 2026-11-20T08:30:00+08:00 or seconds since 1970",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",-5,\"BUSY\"'|the duration '-5' is out of range; write seconds from 0 on",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",five,\"BUSY\"'|the duration 'five' is no number; write seconds from 0 on",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",1e99,\"BUSY\"'|the duration '1e99' is out of range; write seconds from 0 on",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",2592001,\"BUSY\"'|the duration '2592001' is longer than 30 days; write the seconds of one call",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",,\"BUSY\"'|the duration '' is missing; write seconds from 0 on",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",5,\"GONE\"'|the disposition 'GONE' is no disposition; write ANSWERED, NO ANSWER, BUSY, FAILED or CONGESTION",
                "'\"x\",\"100,\"2026-11-22 11:52:15\",5,\"BUSY\"'|a quotation mark in field 2 stands where none may; a field with a mark in it begins and ends with one, and marks within are doubled",
                "'x\",\"100\",\"2026-11-22 11:52:15\",5,\"BUSY\"'|a quotation mark in field 1 stands where none may; a field with a mark in it begins and ends with one, and marks within are doubled",
                "'\"x\",\"100\",\"2026-11-22 11:52:15\",5,\"BUSY'|the quotation mark that opens field 5 is never closed; a field that begins with a mark ends with one"
            })
    void aBadLineIsToldAndTheNextIsRead(String bad, String fault) {
        Heard heard = Heard.text(GOOD_1 + bad + "\n" + GOOD_3);
        assertThat(heard.skipped).containsExactly(new BadLine(2, fault));
        assertThat(heard.calls.stream().map(call -> call.caller().key())).containsExactly("o:a", "o:b");
        assertThat(heard.summary.lines()).isEqualTo(3);
        assertThat(heard.summary.skipped()).isEqualTo(1);
        assertThat(heard.summary.firstSkipped()).isEqualTo(heard.skipped);
    }

    @Test
    void nulBytesAndOverlongLinesAreToldAndPassedOver() {
        String text = GOOD_1 + "\0\0\0\n" + "x".repeat(1_000_000) + "\n" + GOOD_3;
        Heard heard = Heard.text(text);
        assertThat(heard.skipped)
                .containsExactly(
                        new BadLine(
                                2,
                                "the line holds a NUL character; text has none, so the file is damaged or not UTF-8"),
                        new BadLine(3, "the line has 1000000 characters; a record has at most 16384"));
        assertThat(heard.calls).hasSize(2);
    }

    @Test
    void aBrokenQuoteInAFileWithFewMarksDoesNotSwallowTheRest() {
        String rest =
                IntStream.range(0, 1000).mapToObj(i -> "c" + i + ",100,3\n").collect(Collectors.joining());
        Heard heard = Heard.text("a,100,3\n\"b,100,3\n" + rest);
        assertThat(heard.counts).hasSize(1001);
        assertThat(heard.skipped)
                .containsExactly(
                        new BadLine(
                                2,
                                "the quotation mark that opens field 1 is never closed; a field that begins with a mark ends with one"));
    }

    @Test
    void aLineBreakThatACallerSentStaysWithinItsRecord() {
        Heard heard = Heard.text(GOOD_1 + "\"x\n\"\"y\",\"100\",\"2026-11-22 11:52:15\",5,\"BUSY\"\n" + GOOD_3);
        assertThat(heard.skipped).isEmpty();
        assertThat(heard.calls.stream().map(call -> call.caller().key())).containsExactly("o:a", "o:x\n\"y", "o:b");
        assertThat(heard.calls.getLast().lineNumber()).isEqualTo(4);
    }

    @Test
    void callersCannotForgeRecordsWithLineBreaks() {
        String forged = "\n13800138000,100,2026-11-22 11:52:15,600,ANSWERED".repeat(12);
        Heard heard = Heard.text(GOOD_1 + "\"x" + forged + "\",\"100\",\"2026-11-22 11:52:15\",5,\"BUSY\"\n" + GOOD_3);
        assertThat(heard.calls).noneMatch(call -> call.caller().key().equals("o:13800138000"));
    }

    @Test
    void whatAFaultQuotesIsMadeHarmless() {
        Heard heard = Heard.text(GOOD_1 + GOOD_3 + "x,100,\u001b[2J\u202e" + "9".repeat(100) + ",5,BUSY\n");
        assertThat(heard.skipped.getFirst().fault())
                .startsWith("the start '?[2J?99999")
                .contains("' is no time")
                .hasSizeLessThan(200);
    }

    @Test
    void bytesThatAreNoUtf8CostNoLine() {
        byte[] latin = "M\u00fcller,100,3\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Heard.bytes(latin, Heard.UTC).counts).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1,99,false", "2,98,true", "1,98,true", "0,1,false", "1,0,true"})
    void moreThanOneInAHundredIsTooMuch(long bad, long good, boolean tooMuch) {
        InputSummary summary = new InputSummary(InputFormat.COUNTS, bad + good, good, 0, Map.of(), bad, List.of(), 0);
        assertThat(summary.mostlyUnread()).isEqualTo(tooMuch);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "2.5", "''", "many"})
    void aCountIsAWholeNumberFromOneOn(String count) {
        Heard heard = Heard.text("a,100,3\nb,100," + count + "\nc,100,1\n");
        assertThat(heard.skipped)
                .containsExactly(
                        new BadLine(2, "the count '" + count + "' is no count; write a whole number from 1 on"));
        assertThat(heard.counts).hasSize(2);
    }

    @Test
    void anEndBeforeTheStartIsBad() {
        String head = "src,dst,channel,start,end,disposition,billsec,duration\n";
        Heard heard = Heard.text(head
                + "13800138000,1,PJSIP/a-00000001,2026-11-22 11:52:10,2026-11-22 11:52:09,BUSY,,\n"
                + "13800138000,1,PJSIP/a-00000002,2026-11-22 11:52:10,2026-11-22 11:52:10,ANSWERED,2,0\n"
                + "13800138000,1,PJSIP/a-00000003,2026-11-22 11:52:10,2026-11-22 11:52:10,ANSWERED,1,0\n");
        assertThat(heard.skipped.stream().map(BadLine::lineNumber)).containsExactly(2L, 3L);
        assertThat(heard.skipped.getFirst().fault()).contains("before the start 2026-11-22 11:52:10");
        assertThat(heard.skipped.getLast().fault())
                .isEqualTo(
                        "the billsec '2 s' is not within the call's 0 s; a call is answered for 0 s to as long as it lasts");
        assertThat(heard.calls).hasSize(1);
    }
}

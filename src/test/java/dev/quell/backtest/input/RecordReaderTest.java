package dev.quell.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.backtest.input.InputSettings.Callers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under backtest/ were written by an Asterisk 22. */
class RecordReaderTest {

    private static final List<String> MASTER = List.of(
            "+8613800138000>100 +45 2S/2S ANSWERED UNKNOWN trunk-a line 1",
            "+8613800138001>100 +48 1S/1S ANSWERED UNKNOWN trunk-a line 2",
            "+8675526000001>200 +49 8S/4S ANSWERED UNKNOWN trunk-a line 3",
            "+8613800138002>200 +57 1S/0S NO_ANSWER UNKNOWN trunk-a line 7",
            "+8613800138003>300 +59 2S/0S BUSY UNKNOWN trunk-a line 9",
            "+8613800138004>400 +61 2S/1S ANSWERED UNKNOWN trunk-a line 10",
            "withheld>500 +63 3S/3S ANSWERED UNKNOWN trunk-a line 14",
            "i:5551>5551 +98 3S/0S NO_ANSWER UNKNOWN 5551@outbound line 16",
            "x:1380>100 +243 2S/2S ANSWERED UNKNOWN trunk-a line 18",
            "x:11>100 +246 2S/2S ANSWERED UNKNOWN trunk-a line 21");

    @Test
    void masterCsvWithAllColumnsJoinsLegsByLinkedid() {
        Heard heard = Heard.file("master-full.csv", Heard.UTC);
        assertThat(heard.inShort()).containsExactlyElementsOf(MASTER);
        assertThat(heard.summary)
                .isEqualTo(new InputSummary(InputFormat.MASTER_CSV, 19, 10, 9, Map.of(), 0, List.of(), 0));
    }

    @Test
    void masterCsvAsShippedLeavesOutLegsOnLocalChannels() {
        Heard heard = Heard.file("master-default.csv", Heard.UTC);
        assertThat(heard.inShort())
                .containsExactly(
                        "+8613800138000>200 +250 5S/5S ANSWERED UNKNOWN trunk-a line 2",
                        "+8613800138001>100 +255 1S/1S ANSWERED UNKNOWN trunk-a line 3");
        assertThat(heard.summary.leftOut()).containsOnly(Map.entry("leg of another call, on a Local channel", 1L));
    }

    @Test
    void cdrCustomSampleIsRecognised() {
        Heard heard = Heard.file("cdr-custom.csv", Heard.UTC);
        assertThat(heard.summary.format()).isEqualTo(InputFormat.CDR_CUSTOM);
        assertThat(heard.inShort())
                .contains("+8675526000001>200 +49 8S/4S ANSWERED UNKNOWN trunk-a line 5")
                .hasSize(9);
        assertThat(heard.summary.joined()).isEqualTo(3);
    }

    @Test
    void cdrCustomWithNumbersForWordsIsReadByItsColumns() {
        List<String> columns = List.of(
                "clid",
                "src",
                "dst",
                "dcontext",
                "channel",
                "start",
                "answer",
                "end",
                "duration",
                "billsec",
                "disposition",
                "uniqueid",
                "linkedid");
        InputSettings told =
                new InputSettings(Optional.empty(), columns, ZoneOffset.UTC, "CN", Callers.BY_FORMAT, InboundRule.ALL);
        Heard heard = Heard.file("cdr-custom-advanced.csv", told);
        assertThat(heard.summary.format()).isEqualTo(InputFormat.CDR_CUSTOM);
        assertThat(heard.calls.stream().map(call -> call.caller().key() + call.disposition() + call.lasted()))
                .containsExactlyElementsOf(Heard.file("master-full.csv", Heard.UTC).calls.stream()
                        .map(call -> call.caller().key() + call.disposition() + call.lasted())
                        .toList());
    }

    @Test
    void columnsThatCannotBeFoundOutAreAskedFor() {
        assertThatThrownBy(() -> Heard.file("cdr-custom-advanced.csv", Heard.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cdr-custom-advanced.csv holds no records that are known")
                .hasMessageContaining("--columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cel.csv", "cel-advanced.csv"})
    void celTellsWhoHungUpAndWhenAnAgentAnswered(String file) {
        Heard heard = Heard.file(file, Heard.UTC);
        assertThat(heard.inShort())
                .containsExactly(
                        "+8613800138000>100 +45 2.504811S/2.503393S ANSWERED OTHER trunk-a line 1",
                        "+8613800138001>100 +48 1.206907S/1.206645S ANSWERED CALLER trunk-a line 6",
                        "+8675526000001>200 +49 8.009702S/3.503415S ANSWERED UNKNOWN trunk-a line 11",
                        "+8613800138002>200 +57 1.205596S/0S NO_ANSWER CALLER trunk-a line 36",
                        "+8613800138003>300 +59 2.002965S/0S BUSY OTHER trunk-a line 49",
                        "+8613800138004>400 +61 2.211718S/1.208305S ANSWERED CALLER trunk-a line 53",
                        "withheld>500 +63 3.503837S/3.503656S ANSWERED OTHER trunk-a line 78",
                        "withheld>5551 +98 3.007673S/0S NO_ANSWER UNKNOWN 5551@outbound line 83",
                        "x:1380>100 +243 2.506833S/2.5047S ANSWERED OTHER trunk-a line 95",
                        "x:11>100 +246 2.502782S/2.502645S ANSWERED OTHER trunk-a line 109");
        assertThat(heard.summary.lines()).isEqualTo(104);
        assertThat(heard.summary.joined()).isEqualTo(94);
    }

    @Test
    void eventsWithoutTheirStartAreLeftOutAndACallWithoutAnEndIsGivenAtTheEnd() {
        String cel = "eventtype,eventtime,cidnum,exten,context,channame,uniqueid,linkedid\n"
                + "HANGUP,1795348320,,,,PJSIP/a-00000001,1.1,1.1\n"
                + "CHAN_START,1795348321,13800138000,100,in,PJSIP/a-00000002,1.2,1.2\n"
                + "ANSWER,1795348323,,,,PJSIP/a-00000002,1.2,1.2\n";
        Heard heard = Heard.text(cel);
        assertThat(heard.inShort()).containsExactly("+8613800138000>100 +1 2S/0S ANSWERED UNKNOWN a line 3");
        assertThat(heard.summary.leftOut())
                .containsOnly(Map.entry("event of a call whose start is not in the file", 1L));
    }

    @Test
    void whatIsNotInboundIsLeftOutWithItsReason() {
        InputSettings inbound = new InputSettings(
                Optional.empty(),
                List.of(),
                ZoneOffset.UTC,
                "CN",
                Callers.BY_FORMAT,
                InboundRule.of("dcontext=from-*"));
        Heard heard = Heard.file("master-full.csv", inbound);
        assertThat(heard.calls).hasSize(9).noneMatch(call -> call.callee().equals("5551"));
        assertThat(heard.summary.leftOut()).containsOnly(Map.entry("not inbound by dcontext=from-*", 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "'caller,callee,start,duration,disposition\n+8613800138000,100,2026-11-22 11:52:10,5,ANSWERED\n'",
        "'+8613800138000,100,2026-11-22T11:52:10,5,ANSWERED\n'",
        "'+8613800138000;100;1795348330;5;answered\n'",
        "'+8613800138000\t100\t1795348330000\t5.0\tANSWERED'",
        "'\uFEFFcaller;callee;start;duration;disposition\r\n\"+8613800138000\";\"100\";\"2026-11-22 19:52:10+08:00\";\"5\";\"ANSWERED\"\r\n'",
        "'\n\nto,from,status,seconds,when it was,time\n100,+8613800138000,answered,5,x,2026/11/22 11:52:10.000\n'"
    })
    void plainCallsInTheirManyForms(String text) {
        Heard heard = Heard.text(text);
        assertThat(heard.summary.format()).isEqualTo(InputFormat.CALLS);
        assertThat(heard.calls).hasSize(1);
        assertThat(heard.inShort().getFirst()).startsWith("+8613800138000>100 +10 5S/5S ANSWERED UNKNOWN  line ");
    }

    @Test
    void localTimesAreReadInTheGivenZone() {
        String text = "a,100,2026-11-22 19:52:10,5,ANSWERED\n";
        assertThat(Heard.text(text, Heard.in("Asia/Shanghai")).inShort().getFirst())
                .startsWith("o:a>100 +10 ");
    }

    @ParameterizedTest
    @CsvSource({
        "1,NUISANCE",
        "nuisance,NUISANCE",
        "SPAM,NUISANCE",
        "yes,NUISANCE",
        "True,NUISANCE",
        "0,GOOD",
        "good,GOOD",
        "ham,GOOD",
        "No,GOOD",
        "false,GOOD"
    })
    void labelsInTheirManyForms(String word, Label label) {
        assertThat(Heard.text("a,100,7," + word + "\n").counts)
                .containsExactly(new CallerCount(new RecordedCaller.Opaque("a"), "100", 7, Optional.of(label), 1));
        assertThat(Heard.text("number,is_nuisance\nx," + word + "\n").labels).containsExactly("o:x " + label);
        assertThat(Heard.text("x," + word + "\n").labels).containsExactly("o:x " + label);
    }

    @Test
    void countsWithAHeaderInAnyOrderAndWithoutALabel() {
        Heard heard = Heard.text("count,callee,caller\n3,800,17\n1,801,17\n");
        assertThat(heard.counts)
                .containsExactly(
                        new CallerCount(new RecordedCaller.Opaque("17"), "800", 3, Optional.empty(), 2),
                        new CallerCount(new RecordedCaller.Opaque("17"), "801", 1, Optional.empty(), 3));
        assertThat(heard.summary.format()).isEqualTo(InputFormat.COUNTS);
    }

    @Test
    void anonymisedCallersAreOpaqueUnlessTheyAreSaidToBeNumbers() {
        String text = "caller,label\n13800138000,1\n5f4dcc3b5aa765d6,1\n+8613800138000,1\nanonymous,0\n,0\n";
        assertThat(Heard.text(text).labels)
                .containsExactly(
                        "o:13800138000 NUISANCE",
                        "o:5f4dcc3b5aa765d6 NUISANCE",
                        "+8613800138000 NUISANCE",
                        "withheld GOOD",
                        "withheld GOOD");
        InputSettings numbers =
                new InputSettings(Optional.empty(), List.of(), ZoneOffset.UTC, "CN", Callers.NUMBERS, InboundRule.ALL);
        assertThat(Heard.text(text, numbers).labels)
                .startsWith("+8613800138000 NUISANCE", "x:54357656 NUISANCE", "+8613800138000 NUISANCE");
        InputSettings opaque =
                new InputSettings(Optional.empty(), List.of(), ZoneOffset.UTC, "CN", Callers.OPAQUE, InboundRule.ALL);
        assertThat(Heard.text(text, opaque).labels)
                .containsExactly(
                        "o:13800138000 NUISANCE",
                        "o:5f4dcc3b5aa765d6 NUISANCE",
                        "o:+8613800138000 NUISANCE",
                        "o:anonymous GOOD",
                        "withheld GOOD");
    }

    @Test
    void callsComeInTheOrderOfTheirStart() {
        Heard heard = Heard.text("a,1,1795348330,60,ANSWERED\nb,1,1795348340,5,ANSWERED\nc,1,1795348325,90,BUSY\n");
        assertThat(heard.calls.stream().map(call -> call.caller().key())).containsExactly("o:c", "o:a", "o:b");
        assertThat(heard.summary.outOfOrder()).isZero();
    }

    @Test
    void zippedFilesAreUnpackedByTheirName(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("a,100,3\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(directory.resolve("counts.csv.gz"), bytes.toByteArray());
        Heard heard = new Heard();
        new RecordReader(Heard.UTC).read(file, heard);
        assertThat(heard.counts).hasSize(1);
    }

    @Test
    void theFormatThatIsToldWins() {
        InputSettings counts = new InputSettings(
                Optional.of(InputFormat.LABELS),
                List.of("caller", "label"),
                ZoneOffset.UTC,
                "CN",
                Callers.BY_FORMAT,
                InboundRule.ALL);
        assertThat(Heard.text("a,1\n", counts).labels).containsExactly("o:a NUISANCE");
        InputSettings cel = new InputSettings(
                Optional.of(InputFormat.CEL), List.of(), ZoneOffset.UTC, "CN", Callers.BY_FORMAT, InboundRule.ALL);
        assertThatThrownBy(() -> Heard.text("a,100,3\n", cel)).hasMessageContaining("holds no records of cel");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> Heard.text("caller,callee,start\na,1,2026-11-22 11:52:10\n"))
                .hasMessage(
                        "text has no column for the duration, which calls needs; name the columns in a header line or with --columns");
    }

    @Test
    void anEmptyFileHasNoRecords() {
        assertThat(Heard.text("").summary.lines()).isZero();
        assertThat(Heard.text("").summary.mostlyUnread()).isFalse();
    }
}

package dev.quell.evidence.pack;

import dev.quell.classifier.Language;
import dev.quell.evidence.KeptFact;
import dev.quell.evidence.KeptNote;
import dev.quell.evidence.chain.Canonical;
import dev.quell.evidence.chain.Hashes;
import dev.quell.paper.Letters;
import dev.quell.paper.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report for people, written call by call; what is done waits on the disk. The same content gives the same bytes. */
final class ReportPdf implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 9;
    private static final float SMALL = 7;
    private static final float COLUMN = 110;

    private final PackOrder order;
    private final Instant made;
    private final Language language;
    private final PDDocument document;
    private final Letters letters;
    private final Sheet sheet;

    ReportPdf(String font, PackOrder order, Instant made) throws IOException {
        this.order = order;
        this.made = made;
        this.language = order.language();
        this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        document.setDocumentId(made.toEpochMilli());
        document.getDocumentInformation().setTitle(say(ReportWords.TITLE));
        this.letters = new Letters(document, font);
        this.sheet = new Sheet(document, letters, order.source().text() + "   " + made, say(ReportWords.PAGE));
    }

    private String say(ReportWords word) {
        return word.in(language);
    }

    /** The first page's head. */
    void begin(int calls, String fingerprint, boolean records) throws IOException {
        sheet.heading(say(ReportWords.TITLE), TITLE);
        pair(ReportWords.SOURCE, order.source().shown());
        pair(ReportWords.PERIOD, order.from() + " – " + order.to());
        pair(ReportWords.MADE, made.toString());
        pair(ReportWords.WHO, order.who());
        pair(ReportWords.BY, order.by());
        pair(ReportWords.WHY, order.why());
        pair(ReportWords.COUNTED, Integer.toString(calls));
        pair(ReportWords.KEY, fingerprint);
        if (!records) {
            pair(ReportWords.RECORDING, say(ReportWords.NO_RECORDINGS));
        }
        sheet.heading(say(ReportWords.CALLS), HEADING);
        if (calls == 0) {
            sheet.line(say(ReportWords.NONE), TEXT, 0);
        }
    }

    private void pair(ReportWords word, String text) throws IOException {
        sheet.pair(say(word), text, TEXT, COLUMN);
    }

    /** The next call, as evidence.json has it. */
    void call(int number, Map<String, Object> call, List<KeptFact> facts) throws IOException {
        sheet.space(TEXT * 0.8f);
        sheet.line(number + ".  " + call.get("id"), TEXT + 1, 0);
        if (call.get("explanation") instanceof List<?> lines) {
            for (Object line : lines) {
                explained(String.valueOf(line));
            }
        }
        if (call.get("recording") instanceof String file) {
            pair(ReportWords.RECORDING, file);
        }
        proofs(call, facts);
    }

    /** Explanations come in columns of their own: a word and its text, parted by blanks. */
    private void explained(String line) throws IOException {
        String[] parts = line.strip().split(" {2,}|(?<=^\\S{9}) ", 2);
        if (line.startsWith(" ") || parts.length < 2) {
            sheet.pair("", line.strip(), TEXT, COLUMN);
        } else {
            sheet.pair(parts[0], parts[1], TEXT, COLUMN);
        }
    }

    private void proofs(Map<String, Object> call, List<KeptFact> facts) throws IOException {
        if (facts.isEmpty()) {
            sheet.pair(say(ReportWords.FACT), say(ReportWords.UNCHAINED), SMALL, COLUMN);
        } else if (call.get("facts") instanceof List<?> places) {
            for (int each = 0; each < facts.size(); each++) {
                sheet.pair(
                        say(ReportWords.FACT) + " " + places.get(each),
                        Hashes.leaf(facts.get(each).line()),
                        SMALL,
                        COLUMN);
            }
        }
    }

    /** What comes behind the calls. */
    void end(List<Map<String, Object>> flags, List<Map<String, Object>> entries, List<KeptNote> custody, String head)
            throws IOException {
        rows(ReportWords.FLAGS, flags);
        rows(ReportWords.ENTRIES, entries);
        sheet.heading(say(ReportWords.CUSTODY), HEADING);
        for (KeptNote note : custody) {
            custody(note);
        }
        sheet.space(TEXT);
        pair(ReportWords.HEAD, head);
        if (letters.lacking()) {
            sheet.space(TEXT);
            sheet.line(say(ReportWords.NO_GLYPHS), TEXT, 0);
        }
    }

    private void custody(KeptNote note) throws IOException {
        JsonNode details = JSON.readTree(note.details());
        sheet.pair(
                Instant.ofEpochMilli(JSON.readTree(note.line()).path("at").asLong(0))
                        .toString(),
                say(ReportWords.HANDED)
                        .formatted(
                                details.path("who").asString(""),
                                details.path("by").asString(""),
                                details.path("why").asString(""),
                                details.path("calls").asLong(0),
                                details.path("from").asString(""),
                                details.path("to").asString(""),
                                note.block()),
                TEXT,
                COLUMN + TEXT * 2);
    }

    private void rows(ReportWords heading, List<Map<String, Object>> rows) throws IOException {
        sheet.heading(say(heading), HEADING);
        for (Map<String, Object> row : rows) {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(row).forEach((name, value) -> {
                if (value != null && !value.toString().isEmpty()) {
                    text.append(text.isEmpty() ? "" : ", ")
                            .append(name)
                            .append(' ')
                            .append(shown(name, value));
                }
            });
            sheet.line(text.toString(), TEXT, 0);
        }
        if (rows.isEmpty()) {
            sheet.line(say(ReportWords.NONE), TEXT, 0);
        }
    }

    private static String shown(String name, Object value) {
        boolean time = name.equals("at") || name.endsWith("_at");
        return time && value instanceof Number millis
                ? Instant.ofEpochMilli(millis.longValue()).toString()
                : value instanceof String ? Canonical.of(value) : value.toString();
    }

    /** Writes it. */
    void save(OutputStream out) throws IOException {
        sheet.close();
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

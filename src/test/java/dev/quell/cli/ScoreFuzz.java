package dev.quell.cli;

import dev.quell.classifier.Action;
import dev.quell.fuzz.FuzzTarget;
import dev.quell.fuzz.Holds;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A foreign caller in a file of scores: read back the same, one record, and nothing that a spreadsheet would calculate. */
public final class ScoreFuzz implements FuzzTarget {

    private final Path file;

    public ScoreFuzz() {
        try {
            file = Files.createTempFile("quell-fuzz", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(bytes("+8613800138000"), bytes("=1+1"), bytes("o:a,b \"c\""), bytes("-2+3"), bytes("1\r\n=2"));
    }

    @Override
    public List<String> words() {
        return List.of("=", "+", "-", "@", "\t", "\"", "\"\"", "\r", "'", "\uff1d", "1.5");
    }

    @Override
    public void read(byte[] input) throws Exception {
        String caller = new String(input, StandardCharsets.UTF_8);
        try (ScoreFile scores = ScoreFile.open(Optional.of(file))) {
            scores.take("1", caller, 0.5, Action.PASS, Optional.empty());
        }
        String cell = cell();
        Holds.that(cell.equals(caller) || cell.equals("'" + caller), "read back the same", caller, cell);
        boolean number = cell.matches("[+-][0-9.]+");
        boolean begins = !cell.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) >= 0;
        Holds.that(number || !begins, "nothing to calculate", cell);
    }

    private String cell() throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            List<CSVRecord> records = CSVFormat.RFC4180.parse(reader).getRecords();
            Holds.that(records.size() == 2 && records.get(1).size() == 6, "a header and one record", records);
            return records.get(1).get(4);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}

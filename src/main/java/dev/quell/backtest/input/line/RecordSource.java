package dev.quell.backtest.input.line;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of delimited text. A record may run over several lines, for callers can send line breaks in their names; one whose quotation mark never
 * closes is broken, and the next record begins on the line after its first.
 */
public final class RecordSource {

    /** How far a record may run; Asterisk writes at most some 1,000 characters, of which a caller's part may all be line breaks. */
    private static final int MOST_LINES = 256;

    private final LineSource lines;
    private final Deque<PhysicalLine> ahead = new ArrayDeque<>();
    private Fields fields = new Fields(',');
    private int fewest = 1;
    private int most = Integer.MAX_VALUE;
    private String fault = "";
    private long line;

    public RecordSource(Reader text) {
        this.lines = new LineSource(text);
    }

    /**
     * Says how the records that follow look.
     *
     * @param fewest how many fields a record has at least
     * @param most and at most
     */
    public void expect(char separator, int fewest, int most) {
        this.fields = new Fields(separator);
        this.fewest = fewest;
        this.most = most;
    }

    /** The first lines that are not empty, without taking them; for recognition. */
    public List<String> peek(int count) throws IOException {
        List<String> first = new ArrayList<>();
        List<PhysicalLine> taken = new ArrayList<>();
        PhysicalLine next = taken();
        while (next != null) {
            taken.add(next);
            if (!next.broken() && !next.text().isBlank()) {
                first.add(next.text());
            }
            next = first.size() < count ? taken() : null;
        }
        taken.reversed().forEach(ahead::addFirst);
        return first;
    }

    /** Goes to the next record; false at the end. Empty lines are passed over. */
    public boolean next() throws IOException {
        PhysicalLine first = taken();
        while (first != null && !first.broken() && first.text().isBlank()) {
            first = taken();
        }
        if (first == null) {
            return false;
        }
        line = first.number();
        fault = first.broken() ? first.fault() : faultOf(first);
        return true;
    }

    /** Why the record cannot be used and what would be right; empty if it can. */
    public String fault() {
        return fault;
    }

    /** The line, from 1, on which the record begins. */
    public long line() {
        return line;
    }

    /** The record's fields, if it has no fault; good until the next record. */
    public Fields fields() {
        return fields;
    }

    private String faultOf(PhysicalLine first) throws IOException {
        return switch (fields.split(first.text(), first.number())) {
            case WHOLE -> countFault();
            case BROKEN -> broken();
            case OPEN -> runsOn(first);
        };
    }

    private String countFault() {
        if (fields.size() >= fewest && fields.size() <= most) {
            return "";
        }
        String right = fewest == most ? Integer.toString(fewest) : fewest + " to " + most;
        return "the line has " + fields.size() + (fields.size() == 1 ? " field" : " fields")
                + "; a record of this file has " + right;
    }

    private String broken() {
        return "a quotation mark in field " + (fields.size() + 1)
                + " stands where none may; a field with a mark in it begins and ends with one, and marks within are doubled";
    }

    /** Adds lines until the record closes; if it cannot, gives them back. */
    private String runsOn(PhysicalLine first) throws IOException {
        int openField = fields.size() + 1;
        StringBuilder record = new StringBuilder(first.text());
        List<PhysicalLine> more = new ArrayList<>();
        while (more.size() < MOST_LINES && record.length() < LineSource.LONGEST) {
            PhysicalLine next = taken();
            if (next == null) {
                break;
            }
            more.add(next);
            record.append('\n').append(next.text());
            if (next.broken()) {
                break;
            }
            if (next.text().indexOf('"') < 0) {
                continue;
            }
            Fields.Split split = fields.split(record.toString(), first.number());
            if (split == Fields.Split.WHOLE && countFault().isEmpty()) {
                return "";
            }
            if (split != Fields.Split.OPEN) {
                break;
            }
        }
        more.reversed().forEach(ahead::addFirst);
        return "the quotation mark that opens field " + openField
                + " is never closed; a field that begins with a mark ends with one";
    }

    private @Nullable PhysicalLine taken() throws IOException {
        PhysicalLine first = ahead.pollFirst();
        return first == null ? lines.next() : first;
    }
}

package dev.quell.deed.export;

import java.io.IOException;
import java.io.Writer;

/** A form in which calls leave the service as a file. */
public enum CallForm {
    CSV("text/csv", "csv"),
    JSON("application/json", "json");

    private final String type;
    private final String suffix;

    CallForm(String type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    /** How names of such files end. */
    public String suffix() {
        return suffix;
    }

    CallWriter begin(Writer out) throws IOException {
        return switch (this) {
            case CSV -> new CallCsv(out);
            case JSON -> new CallJson(out);
        };
    }
}

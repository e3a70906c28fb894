package dev.quell.deed.export;

import dev.quell.calllog.LoggedCall;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Calls as one JSON object: {@code calls}, and {@code cut}, whether there were more. */
final class CallJson implements CallWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonGenerator json;

    CallJson(Writer out) {
        this.json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeArrayPropertyStart("calls");
    }

    @Override
    public void write(LoggedCall call) {
        json.writePOJO(CallFields.of(call));
    }

    @Override
    public void end(boolean cut) {
        json.writeEndArray();
        json.writeBooleanProperty("cut", cut);
        json.writeEndObject();
        json.flush();
    }
}

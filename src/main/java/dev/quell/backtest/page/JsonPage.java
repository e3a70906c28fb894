package dev.quell.backtest.page;

import dev.quell.backtest.result.BacktestResult;
import java.io.IOException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A result as JSON, for programs: the keys are stable and described in the guide to the backtest. Only ASCII is written, other characters are escaped;
 * a figure that cannot be told is null; a missing part's key is left out.
 */
public final class JsonPage {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private JsonPage() {}

    /** Writes a result and a line break. */
    public static void write(BacktestResult result, Appendable out) throws IOException {
        out.append(MAPPER.writeValueAsString(JsonTree.of(result))).append('\n');
    }
}

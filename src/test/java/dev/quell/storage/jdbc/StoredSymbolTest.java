package dev.quell.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.Family;
import dev.quell.classifier.Seen;
import dev.quell.classifier.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredSymbolTest {

    private static final Family FAMILY = Family.values()[0];

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void whatIsWrittenIsReadAgain() {
        List<Symbol> symbols = List.of(
                new Symbol("SILENT_RATE", FAMILY, 1.5300000000000002, -0.1, new Seen(4, 4)),
                new Symbol("NO_1", FAMILY, 1e-9, 0, Seen.NOTHING),
                new Symbol("a \"b\" \\ \u0001", FAMILY, 12345678.9, -1e20, new Seen(Long.MAX_VALUE, -1)));

        assertThat(StoredSymbol.read(StoredSymbol.write(symbols))).isEqualTo(symbols);
    }

    @Test
    void itIsTheSameJsonAsTheLibrarys() {
        List<Symbol> symbols = List.of(
                new Symbol("SILENT_RATE", FAMILY, 1.53, -0.25, new Seen(4, 4)),
                new Symbol("NOT_A_NUMBER", FAMILY, Double.NaN, Double.NEGATIVE_INFINITY, Seen.NOT_KEPT));

        assertThat(json.readTree(StoredSymbol.write(symbols)))
                .isEqualTo(json.readTree(json.writeValueAsString(symbols)));
    }

    @Test
    void noSymbolsAreAnEmptyArray() {
        assertThat(StoredSymbol.write(List.of())).isEqualTo("[]");
    }
}

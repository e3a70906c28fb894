package dev.quell.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NumbersTests extends RunningService {
    @ParameterizedTest
    @CsvSource({
        "13600136001, +8613600136001",
        "%2B8613600136001, +8613600136001",
        "+8613600136001, +8613600136001",
        "0755-2345%206789, +8675523456789",
        "8001, 8001",
        "withheld, withheld",
        "anonymous, withheld",
    })
    void numbersAreReadAsPeopleWriteThem(String written, String read) {
        assertThat(json(get("/api/v1/numbers/" + written + "/test"))
                        .get("caller")
                        .asString())
                .isEqualTo(read);
    }

    @Test
    void aTrialNamesTheEntryThatDecidesAndKeepsNothing() {
        post("/api/v1/blocklist", "{\"pattern\":\"13600136002\",\"ttl\":\"1h\",\"reason\":\"silent\"}");
        long calls = json(get("/api/v1/calls?caller=13600136002")).size();

        JsonNode trial = json(get("/api/v1/numbers/13600136002/test?line=4001&trunk=carrier&attestation=a"));

        assertThat(trial.get("verdict").get("action").asString()).isEqualTo("DETER");
        assertThat(trial.get("entry").get("reason").asString()).isEqualTo("silent");
        assertThat(trial.get("line").get("number").asString()).isEqualTo("4001");
        assertThat(trial.get("mode").asString()).isEqualTo("observe");
        assertThat(trial.get("words").asString())
                .startsWith("DETER by ")
                .endsWith("; but the mode is observe, so the call passes");
        assertThat(json(get("/api/v1/calls?caller=13600136002"))).hasSize((int) calls);
    }

    @Test
    void aStrangerPasses() {
        JsonNode trial = json(get("/api/v1/numbers/13600136003/test"));

        assertThat(trial.get("verdict").get("action").asString()).isEqualTo("PASS");
        assertThat(trial.has("entry")).isFalse();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(get("/api/v1/numbers/1x/test?line=a%20b&trunk=%3Cx%3E&attestation=z&colour=red")))
                .containsExactly(
                        "'colour': is not known; there are [attestation, line, trunk]",
                        "number: '1x' is not a possible number; write +8613800138000, 13800138000, a short number such as 8001, or withheld",
                        "line: is not a word of 1 to 128 letters, digits or any of _.:/@+-",
                        "trunk: is not a word of 1 to 128 letters, digits or any of _.:/@+-",
                        "attestation: 'z' is none of a, b, c, failed, none");
    }
}

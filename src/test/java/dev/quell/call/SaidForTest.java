package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidForTest {

    @ParameterizedTest
    @CsvSource({
        "PJSIP/1001, PJSIP/1001",
        "token:k3j9x2m4q8aa for PJSIP/1001, PJSIP/1001",
        "api for Local/1001@agents, Local/1001@agents",
        "api for li.na, api for li.na",
        "li.na, li.na",
        "api for , api for"
    })
    void anInterfaceIsThatAgentAndAMereNameStaysWhatAProgramSaid(String said, String voice) {
        assertThat(SaidFor.voice(said)).isEqualTo(voice);
    }

    @ParameterizedTest
    @CsvSource({"token:a, PJSIP/1001", "api, li.na"})
    void whatIsSaidEndsWithTheName(String program, String name) {
        assertThat(SaidFor.of(program, name)).startsWith(program).endsWith(SaidFor.end(name));
    }
}

package dev.quell.prompt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompandingTest {

    /** From the tables of G.711: the codes of silence, of the first steps and of full scale. */
    @ParameterizedTest
    @CsvSource({
        "0, d5, ff",
        "-1, 55, 7f",
        "8, d5, fe",
        "-8, 55, 7e",
        "1000, fa, ce",
        "-1000, 7a, 4e",
        "32767, aa, 80",
        "-32768, 2a, 00",
    })
    void codesAreThoseOfTheStandard(int sample, String alaw, String ulaw) {
        assertThat(Companding.alaw(sample)).isEqualTo(Integer.parseInt(alaw, 16));
        assertThat(Companding.ulaw(sample)).isEqualTo(Integer.parseInt(ulaw, 16));
    }

    @Test
    void aLouderSampleNeverHasACodeOfASofterOne() {
        for (int sample = 1; sample < 32_768; sample++) {
            assertThat(Companding.alaw(sample) ^ 0xd5).isGreaterThanOrEqualTo(Companding.alaw(sample - 1) ^ 0xd5);
            assertThat(Companding.ulaw(sample)).isLessThanOrEqualTo(Companding.ulaw(sample - 1));
        }
    }
}

package dev.quell.web.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchCallTest {

    @Test
    void aPlainIdStaysAsItIs() {
        assertThat(SwitchCall.of("fs1", "2f6d9e0a-52e4-4b0e").toString()).isEqualTo("fs1:2f6d9e0a-52e4-4b0e");
        assertThat(SwitchCall.of("fs1", "a".repeat(96)).linkedId()).isEqualTo("a".repeat(96));
    }

    @Test
    void anIdOfOtherCharactersIsItsPlainPartAndADigestOfTheWhole() {
        CallId id = SwitchCall.of("kam", "a84b4c76e66710@pc33.example.org");

        assertThat(id.linkedId()).matches("a84b4c76e66710_pc33\\.example\\.org\\.[0-9a-f]{32}");
        assertThat(SwitchCall.of("kam", "a84b4c76e66710@pc33.example.org")).isEqualTo(id);
        assertThat(SwitchCall.of("kam", "a84b4c76e66710=pc33.example.org")).isNotEqualTo(id);
    }

    @Test
    void aLongIdFits() {
        assertThat(SwitchCall.of("kam", "a".repeat(97)).linkedId()).hasSize(60 + 1 + 32);
        assertThat(SwitchCall.of("kam", "电话\r\n\0").linkedId()).matches("_+\\.[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource({"fs1:abc.1, fs1:abc.1", "abc.1, switch:abc.1"})
    void aPathNamesACallAsOurAnswerDidOrAsTheSwitchDoes(String path, String call) {
        assertThat(SwitchCall.ofPath(path)).hasToString(call);
    }

    @Test
    void aWordKeepsWhatMayBePartOfOne() {
        assertThat(SwitchCall.word("sip:+86 10@host;x=\"1\"\n")).isEqualTo("sip:+8610@hostx1");
        assertThat(SwitchCall.word("9".repeat(129))).hasSize(128);
    }
}

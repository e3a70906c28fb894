package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quell.treatment.DialogueResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @Test
    void fieldsAreJoinedAfterTheVersion() {
        assertThat(new Answer("QUELL", List.of("PASS", "", "a_b-1.2"), "pass").value())
                .isEqualTo("v1:PASS::a_b-1.2");
        assertThat(Answer.of("QUELL_RESULT", DialogueResult.RESCUED_KEY))
                .isEqualTo(new Answer("QUELL_RESULT", List.of("RESCUED_KEY"), "rescued-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "a\n", "\r", "\u0000", "\"", "\\", "é", "a,b", "${SHELL(id)}", "\u202e"})
    void aFieldOutsideTheAlphabetCannotBeAnswered(String field) {
        assertThatIllegalStateException().isThrownBy(() -> new Answer("QUELL", List.of(field), "pass"));
    }

    @Test
    void aFieldHasAtMost64Characters() {
        assertThat(new Answer("QUELL", List.of("x".repeat(64)), "pass").value()).hasSize(67);
        assertThatIllegalStateException().isThrownBy(() -> new Answer("QUELL", List.of("x".repeat(65)), "pass"));
    }
}

package dev.quell.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of one name, and names that stay apart. */
class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li.na",
                "LI.NA",
                " li.na ",
                "li .na",
                "l\u00ed.na",
                "li\u0301.na",
                "\uff2c\uff29.\uff2e\uff21",
                "CORP\\li.na",
                "corp.example\\Li.Na",
                "li.na@corp.example",
                "CORP\\li.na@corp.example@more",
                "li.na@",
                "li.n\u00ada",
                "li.n\u200ba",
                "li.na\u0000",
                "li.\tna",
                "li.na*",
                "\ufeffli.na",
                "li.na\u3000",
                "corp\uff3cli.na",
                "li.na\uff20corp"
            })
    void manySpellingsAreOneName(String typed) {
        assertThat(Spelling.folded(typed)).isEqualTo("li.na");
    }

    @ParameterizedTest
    @CsvSource({
        "lina, lina",
        "li-na, li-na",
        "li_na, li_na",
        "li.na2, li.na2",
        "@li.na, li.na",
        "王伟, 王伟",
        "stra\u00dfe, strasse",
        "'', ''",
        "'  ', ''"
    })
    void othersStayApart(String typed, String folded) {
        assertThat(Spelling.folded(typed)).isEqualTo(folded);
    }
}

package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallSettings.LineSettings;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private static final DefaultLine DEFAULT =
            new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER);

    private static Lines lines(Map<String, List<String>> numbers) {
        Map<String, LineSettings> settings = new LinkedHashMap<>();
        numbers.forEach((name, list) -> settings.put(
                name, new LineSettings(list, Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT)));
        return new Lines(new CallSettings("CN", Set.of(), Set.of(), Map.of(), settings, DEFAULT));
    }

    @ParameterizedTest
    @CsvSource({
        "12355, crisis",
        "+8675512345678, crisis",
        "+86755, crisis",
        "4008001234, sales",
        "123550, default",
        "1235, default",
        "+8675, default",
        "'', default",
    })
    void theLineThatNamesTheNumberApplies(String number, String name) {
        Lines lines = lines(Map.of("crisis", List.of("12355", "+86755*"), "sales", List.of("4008001234")));

        assertThat(lines.of(number).name()).isEqualTo(name);
        assertThat(lines.of(number).number()).isEqualTo(number);
    }

    @Test
    void aNamedLineHasItsOwnPolicies() {
        assertThat(lines(Map.of("crisis", List.of("12355"))).of("12355"))
                .isEqualTo(new Line("12355", "crisis", Profile.PROTECTED, ListenPolicy.NEVER, BlockedPolicy.REJECT));
    }

    @Test
    void anUnnamedNumberHasTheDefaultPolicies() {
        assertThat(lines(Map.of()).of("12355")).isEqualTo(Line.standard("12355"));
    }

    @ParameterizedTest
    @CsvSource({
        "12355, 12355",
        "12355, 123*",
        "123*, 12355",
        "123*, 1235*",
        "1235*, 123*",
        "123*, 123*",
        "12355*, 12355",
    })
    void linesThatClaimOneNumberAreRefusedByName(String first, String second) {
        Map<String, List<String>> overlapping = new LinkedHashMap<>();
        overlapping.put("crisis", List.of(first));
        overlapping.put("sales", List.of(second));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(overlapping))
                .withMessage("quell.call.lines: 'crisis: " + first + "' and 'sales: " + second
                        + "' overlap; each number may belong to one line only, narrow one of the two");
    }

    @ParameterizedTest
    @CsvSource({"12355, 12356", "123*, 124*", "12355*, 1235"})
    void linesThatShareNoNumberAreAccepted(String first, String second) {
        assertThat(lines(Map.of("crisis", List.of(first), "sales", List.of(second)))
                        .of("9"))
                .isEqualTo(Line.standard("9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "1**", "12 355", "12*55", "12\n355"})
    void aNumberThatIsNeitherExactNorAPrefixIsRefused(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lines(Map.of("crisis", List.of(number))))
                .withMessageStartingWith("quell.call.lines has the number '" + number + "'");
    }
}

package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final Form FORM =
            new Form(Set.of("srv", "id"), Set.of("ch", "num", "way", "rx", "c", "profile"), Set.of("num"));
    private final InstallationToken token = InstallationToken.passing();

    private Arguments read(String... pairs) throws RefusedException {
        List<String> all = new ArrayList<>(List.of(pairs));
        all.add("t=" + token.reveal());
        return Arguments.read(all, FORM, token);
    }

    private void refused(Refusal reason, String message, String... pairs) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(pairs))
                .withMessage(message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void goodArgumentsAreReadAndTheTokenIsNotAmongThem() throws RefusedException {
        Arguments read = read("srv=pbx", "id=1763.4", "ch=Local/a@b-0001;1", "num=MTM4MDAxMzgwMDA=");

        assertThat(read.get("ch")).isEqualTo("Local/a@b-0001;1");
        assertThat(read.get("num")).isEqualTo("13800138000");
        assertThat(read.get("rx")).isEmpty();
        assertThat(read.values()).doesNotContainKey("t");
    }

    @ParameterizedTest
    @CsvSource({"'.', ''", "'.13800', 13800", "'..13800', .13800", "13800, 13800", "'', ''", "'1.3800', 1.3800"})
    void oneDotBeforeARawTextIsNoPartOfIt(String coded, String text) throws RefusedException {
        String value = Base64.getEncoder().encodeToString(coded.getBytes(StandardCharsets.UTF_8));

        assertThat(read("srv=pbx", "id=1763.4", "num=" + value).get("num")).isEqualTo(text);
    }

    @Test
    void anUnknownKeyIsRefusedWithTheKnownOnes() {
        refused(
                Refusal.KEY_UNKNOWN,
                "the key \"evil\\u000a\" is not known here; known are c, ch, id, num, profile, rx, srv, t, way",
                "evil\n=1");
    }

    @Test
    void anArgumentThatIsNoPairIsRefused() {
        refused(Refusal.KEY_UNKNOWN, "the argument \"pbx\" is not of the form key=value", "pbx");
        refused(Refusal.KEY_UNKNOWN, "the argument \"=pbx\" is not of the form key=value", "=pbx");
    }

    @Test
    void aKeyTwiceIsRefused() {
        refused(Refusal.KEY_TWICE, "the key srv came twice; each may come once", "srv=pbx", "id=1", "srv=pbx");
    }

    @Test
    void missingKeysAreNamedTogether() {
        refused(Refusal.KEY_MISSING, "required keys are missing: id, srv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "a\nb", "a,b", "a;b", "${SHELL(id)}", "a\u0000", "é", "<x>", "=1"})
    void aValueThatIsNoWordIsRefused(String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("srv=" + value, "id=1"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.VALUE))
                .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]*"));
    }

    @Test
    void aWordHasAtMost128Characters() throws RefusedException {
        assertThat(read("srv=" + "a".repeat(128), "id=1").get("srv")).hasSize(128);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> read("srv=" + "a".repeat(129), "id=1"));
    }

    @Test
    void aWayHasAtMost1024Characters() throws RefusedException {
        assertThat(read("srv=pbx", "id=1", "way=" + "A".repeat(1024)).get("way"))
                .hasSize(1024);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("srv=pbx", "id=1", "way=" + "A".repeat(1025)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MTM4=MDAx", "MTM4M", "====", "MTM4 MDAx", "MTM4-_==", "héllo"})
    void brokenBase64IsRefused(String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("srv=pbx", "id=1", "num=" + value))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.BASE64));
    }

    @Test
    void base64HasAtMost1024Characters() throws RefusedException {
        String longest = Base64.getEncoder().encodeToString("1".repeat(768).getBytes(StandardCharsets.US_ASCII));
        assertThat(longest).hasSize(1024);

        assertThat(read("srv=pbx", "id=1", "num=" + longest).get("num")).isEqualTo("1".repeat(768));
        refused(
                Refusal.VALUE,
                "the value of num has 1028 characters; at most 1024 are taken",
                "srv=pbx",
                "id=1",
                "num=" + longest + "MTM4");
    }

    @Test
    void brokenUtf8BecomesTheReplacementCharacter() throws RefusedException {
        assertThat(read("srv=pbx", "id=1", "num=MTM4gA==").get("num")).isEqualTo("138\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "Wrong0Wrong0Wrong0Wrong0Wrong0Wr"})
    void aWrongTokenIsRefusedAndNotTold(String shown) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Arguments.read(List.of("srv=pbx", "id=1", "t=" + shown), FORM, token))
                .withMessage(
                        "the installation token is not ours; QUELL_TOKEN of the dialplan must be what nothing holds")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.TOKEN));
    }

    @Test
    void aTokenOutsideTheAlphabetIsNotTold() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Arguments.read(List.of("srv=pbx", "id=1", "t=secret secret"), FORM, token))
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"'', 7", "0, 0", "232, 232", "9999999999, 9999999999"})
    void numbersAreReadAndEmptyIsAbsent(String value, long number) throws RefusedException {
        assertThat(read("srv=pbx", "id=1", "rx=" + value).number("rx", 7)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "12a", "10000000000"})
    void whatIsNoNumberIsRefused(String value) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read("srv=pbx", "id=1", "rx=" + value).number("rx", 7))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.VALUE));
    }

    @Test
    void aServerOrLinkedIdOutsideItsAlphabetNamesNoCall() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Calls.id(read("srv=p.b.x", "id=1")))
                .withMessageContaining("QUELL_SERVER");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Calls.id(read("srv=pbx", "id=")));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Calls.server(read("srv=p_x", "id=1")));
    }

    @Test
    void anEmptyCallTokenIsNoneAndAMalformedOneIsRefused() throws RefusedException {
        assertThat(Calls.token(read("srv=pbx", "id=1", "c="))).isEmpty();
        assertThat(Calls.token(read("srv=pbx", "id=1", "c=" + "a2".repeat(13)))).isPresent();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Calls.token(read("srv=pbx", "id=1", "c=a")));
    }

    @ParameterizedTest
    @CsvSource({"standard, STANDARD", "protected, PROTECTED", "'', PROTECTED", "Standard, PROTECTED"})
    void onlyStandardIsStandard(String word, String profile) throws RefusedException {
        assertThat(Calls.profile(read("srv=pbx", "id=1", "profile=" + word))).hasToString(profile);
    }

    @Test
    void argumentsShowNoValues() throws RefusedException {
        assertThat(read("srv=pbx", "id=1")).asString().doesNotContain("pbx").contains("srv");
    }
}

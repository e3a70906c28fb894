package dev.quell.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyTest {

    private static final RequestKey KEY = new RequestKey("token:a", "one");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "8e03978e-40d5-43dd"  | 8e03978e-40d5-43dd
                    "with blank"          | with blank
                    "a\\"b\\\\c"          | a"b\\c
                    "a";q=1               | a
                    8e03978e-40d5-43dd    | 8e03978e-40d5-43dd
                    """)
    void aHeaderIsAStructuredFieldsStringOrABareWord(String header, String text) {
        assertThat(RequestKey.of("x", header).map(RequestKey::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "\"a", "a b", "\"a\" \"b\"", "\"ä\"", "a,b", "\"a\\x\""})
    void anythingElseIsNone(String header) {
        assertThat(RequestKey.of("x", header)).isEmpty();
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertThat(RequestKey.of("x", "a".repeat(255))).isPresent();
        assertThat(RequestKey.of("x", "a".repeat(256))).isEmpty();
    }

    @Test
    void eachPersonHasKeysOfTheirOwn() {
        assertThat(KEY.name()).matches("[0-9a-f]{64}");
        assertThat(new RequestKey("token:a", "one").name()).isEqualTo(KEY.name());
        assertThat(new RequestKey("token:b", "one").name()).isNotEqualTo(KEY.name());
        assertThat(new RequestKey("token:a", "two").name()).isNotEqualTo(KEY.name());
    }

    @Test
    void anAnswerIsReadBackAndOpensToItsKeyAlone() {
        String body = "{\"token\":\"quell_secret 电话\"}";
        KeptAnswer answer = new KeptAnswer("ab".repeat(32), 201, Map.of("Location", "/x"), true, body);

        String sealed = Sealed.seal(answer.bytes(), KEY);

        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
        Optional<KeptAnswer> opened = Sealed.open(sealed, KEY).map(KeptAnswer::read);
        assertThat(opened).hasValueSatisfying(read -> {
            assertThat(read.status()).isEqualTo(201);
            assertThat(read.headers()).containsExactly(Map.entry("Location", "/x"));
            assertThat(read.body()).isEqualTo(body);
            assertThat(read.whole()).isTrue();
        });
        assertThat(Sealed.open(sealed, new RequestKey("token:a", "two"))).isEmpty();
        assertThat(Sealed.open("AAAA", KEY)).isEmpty();
    }
}

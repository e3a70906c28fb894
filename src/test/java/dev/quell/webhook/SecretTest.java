package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

    /** The example that the libraries of Standard Webhooks test themselves with. */
    @Test
    void aMessageIsSignedAsTheStandardSays() {
        Secret secret = Secret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void aSecretHas24To64Bytes(int bytes, boolean sound) {
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

        assertThat(Secret.read(text).isPresent()).isEqualTo(sound);
        assertThat(Secret.read(" " + text + "\n").isPresent()).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_***", "''"})
    void anythingElseIsNone(String text) {
        assertThat(Secret.read(text)).isEmpty();
    }
}

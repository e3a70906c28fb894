package dev.quell.storage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.classifier.Language;
import dev.quell.storage.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What src/docs/evidence.md tells a stranger to do, done with bash, sha256sum, openssl and jq. */
class StrangerIT {

    private static final Pattern SCRIPT = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    /** What came of it. */
    private record Outcome(int status, String text) {}

    private Path unpacked() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("pack"));
        try (Recorded recorded = Recorded.in(directory.resolve("data"))) {
            byte[] pack =
                    Recorded.make(recorded.packs(Calls.NOW.plus(Duration.ofDays(1))), PackTest.order(Language.ENGLISH));
            for (Map.Entry<String, byte[]> file : PackTest.files(pack).entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        return folder;
    }

    private static Outcome checked(Path folder) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        Matcher part = SCRIPT.matcher(Files.readString(Path.of("src/docs/evidence.md")));
        while (part.find()) {
            script.append(part.group(1));
        }
        Process process = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    @Test
    void theDescriptionProvesAPack() throws Exception {
        Outcome outcome = checked(unpacked());

        assertThat(outcome.text()).contains("Signature Verified Successfully", "7 facts are in the chain");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aChangedFactIsFound() throws Exception {
        Path folder = unpacked();
        Path facts = folder.resolve("facts.jsonl");
        Files.writeString(facts, Files.readString(facts).replaceFirst("DETER", "PASS"));

        Outcome outcome = checked(folder);

        assertThat(outcome.text()).contains("facts.jsonl: FAILED");
        assertThat(outcome.status()).isNotZero();
    }

    @Test
    void aChangedFactUnderANewManifestIsFoundByTheChainToo() throws Exception {
        Path folder = unpacked();
        Path facts = folder.resolve("facts.jsonl");
        Files.writeString(facts, Files.readString(facts).replaceFirst("DETER", "PASS"));
        new ProcessBuilder(
                        "bash",
                        "-c",
                        "sha256sum $(cut -c67- SHA256SUMS) > s; mv s SHA256SUMS; openssl genpkey -algorithm ed25519 -out k; openssl pkey -in k -pubout -out public-key.pem; sha256sum $(cut -c67- SHA256SUMS) > s; mv s SHA256SUMS; openssl pkeyutl -sign -inkey k -rawin -in SHA256SUMS -out SHA256SUMS.sig")
                .directory(folder.toFile())
                .start()
                .waitFor();

        Outcome outcome = checked(folder);

        assertThat(outcome.text()).contains("Signature Verified Successfully", "does not lead to its block's root");
        assertThat(outcome.status()).isNotZero();
    }
}

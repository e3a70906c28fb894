package dev.quell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TokenFileTest {
    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesATokenThatOnlyTheOwnerMayReadAndTheNextKeepsIt(CapturedOutput output) throws IOException {
        Path file = folder.resolve("new/api-token");

        ApiToken made = TokenFile.load(file);

        String secret = Files.readString(file).strip();
        assertThat(secret).hasSize(43);
        assertThat(made.matches(secret)).isTrue();
        assertThat(made.matches(secret + "x")).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(TokenFile.load(file).matches(secret)).isTrue();
        assertThat(output.getAll()).doesNotContain(secret).doesNotContain("chmod");
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void twoFilesGetTwoTokens() throws IOException {
        TokenFile.load(folder.resolve("a"));
        TokenFile.load(folder.resolve("b"));

        assertThat(Files.readString(folder.resolve("a"))).isNotEqualTo(Files.readString(folder.resolve("b")));
    }

    @Test
    void aFileThatOthersMayReadIsWarnedAbout(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("open"), "0123456789abcdef0123\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(TokenFile.load(file).matches("0123456789abcdef0123")).isTrue();
        assertThat(output.getAll()).contains("do: chmod 600 " + file).doesNotContain("0123456789abcdef0123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "0123456789abcdef012",
                "0123456789abcdef 0123",
                "0123456789abcdef0123\nsecond line",
                "密码密码密码密码密码密码密码密码密码密码密码"
            })
    void aFileWithoutATokenStopsTheStartAndIsNotShown(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad"), content);

        assertThatThrownBy(() -> TokenFile.load(file))
                .isInstanceOf(UnusableTokenException.class)
                .hasMessage("quell.api.token-file: " + file
                        + " holds no token: a token is 20 to 200 letters, digits or any of _.~+/=- in one line, nothing else."
                        + " Delete it, and the next start makes one");
    }

    @Test
    void aFileThatCannotBeMadeStopsTheStart() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> TokenFile.load(notAFolder.resolve("token")))
                .isInstanceOf(UnusableTokenException.class)
                .hasMessageContaining("cannot be read or made");
    }
}

package dev.quell.asterisk.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTokenTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsMadeForTheOwnerAloneAndReadTheSameAfterwards() throws IOException {
        Path file = folder.resolve("data/asterisk-token");

        InstallationToken made = InstallationToken.of(file);

        assertThat(Files.readString(file)).matches("[A-Za-z0-9]{32}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(InstallationToken.of(file).reveal()).isEqualTo(made.reveal());
    }

    @Test
    void anExistingFileIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "  abcdefghABCDEFGH01234567\n");

        InstallationToken token = InstallationToken.of(file);

        assertThat(token.matches("abcdefghABCDEFGH01234567")).isTrue();
        assertThat(token.matches("abcdefghABCDEFGH01234568")).isFalse();
        assertThat(token.matches("abcdefghABCDEFGH0123456")).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with blanks in between", "abcdefghABCDEFG", "$(abcdefghABCDEFGH)"})
    void aFileWithoutATokenIsRefusedByName(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), content);

        assertThatIllegalStateException()
                .isThrownBy(() -> InstallationToken.of(file))
                .withMessageStartingWith("The installation token in " + file + " must be 16 to 64 letters and digits");
    }

    @Test
    void aFileThatCannotBeReadIsAFaultWithWhatToDo() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("token"));

        assertThatThrownBy(() -> InstallationToken.of(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("quell.asterisk.token-file");
    }

    @Test
    void itShowsNothingOfTheSecret() {
        InstallationToken token = InstallationToken.passing();

        assertThat(token.toString()).doesNotContain(token.reveal());
        assertThat(InstallationToken.passing().reveal()).isNotEqualTo(token.reveal());
    }
}

package dev.quell.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installer in an empty root, where no Asterisk runs: what it does with secrets. */
class InstallerTest {
    @TempDir
    Path root;

    private record Run(int code, String said) {}

    @BeforeEach
    void anEmptyConfiguration() throws IOException {
        Files.createDirectories(root.resolve("etc/asterisk"));
    }

    @Test
    void secretsReachTheDialplanAndNobodyElse() throws Exception {
        Run first = install();

        assertThat(first.code()).as(first.said()).isZero();
        String token = read("etc/quell/asterisk-token");
        String password = read("etc/quell/ami-password");
        assertThat(token).matches("[A-Za-z0-9]{32}");
        assertThat(read("etc/asterisk/quell_globals.conf")).contains("\nQUELL_TOKEN = " + token + "\n");
        assertThat(read("etc/asterisk/quell_manager.conf")).contains("\nsecret = " + password + "\n");
        assertThat(first.said()).doesNotContain(token).doesNotContain(password);
        for (String file : new String[] {"quell_globals.conf", "quell_manager.conf"}) {
            assertThat(mode("etc/asterisk/" + file)).isEqualTo("rw-r-----");
        }
        assertThat(mode("etc/quell/asterisk-token")).isEqualTo("rw-r-----");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        install();

        assertThat(install().said()).startsWith("nothing to change\n");
    }

    @Test
    void aSettingChangesItsLineAlone() throws Exception {
        install();
        String before = read("etc/asterisk/quell_globals.conf");

        install("--set", "QUELL_SERVER=pbx2");

        assertThat(read("etc/asterisk/quell_globals.conf"))
                .isEqualTo(before.replace("QUELL_SERVER = pbx", "QUELL_SERVER = pbx2"));
    }

    @Test
    void aSitesOwnPermitLinesStayAndTheSecretAndTheRightsAreOurs() throws Exception {
        install();
        String file = "etc/asterisk/quell_manager.conf";
        String own = read(file).replace("permit = ::1/128", "permit = 10.0.0.11/255.255.255.255");
        Files.writeString(
                root.resolve(file),
                own.replaceFirst("secret = .*", "secret = another").replaceFirst("write = .*\n", "write = call\n"));

        Run again = install();

        assertThat(again.code()).as(again.said()).isZero();
        assertThat(read(file)).isEqualTo(own);
        assertThat(install().said()).startsWith("nothing to change\n");
    }

    @Test
    void anUnusableSecretStopsItBeforeAnythingIsChanged() throws Exception {
        Files.createDirectories(root.resolve("etc/quell"));
        Files.writeString(root.resolve("etc/quell/asterisk-token"), "too short!\n");

        Run run = install();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).contains("holds no usable secret: 16 to 64 letters and digits are wanted");
        assertThat(root.resolve("etc/asterisk")).isEmptyDirectory();
    }

    private Run install(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "bash", "dialplan/install.sh", "--root", root.toString(), "--layout", "plain", "--no-reload");
        builder.command().addAll(List.of(options));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private String read(String file) throws IOException {
        String text = Files.readString(root.resolve(file));
        return file.endsWith(".conf") ? text : text.strip();
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(file)));
    }
}

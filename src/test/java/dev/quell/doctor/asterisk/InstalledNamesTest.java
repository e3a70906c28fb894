package dev.quell.doctor.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examination looks for what the installer installs and the dialplan needs. */
class InstalledNamesTest {

    private static List<String> array(String name) throws IOException {
        String script = Files.readString(Path.of("dialplan/installer/check.sh"));
        Matcher found = Pattern.compile("readonly " + name + "=\\(([^)]*)\\)").matcher(script);
        assertThat(found.find()).isTrue();
        return List.of(found.group(1).strip().split("\\s+"));
    }

    @Test
    void modules() throws IOException {
        assertThat(ProgramPart.MODULES).isEqualTo(array("MODULES"));
    }

    @Test
    void contexts() throws IOException {
        assertThat(DialplanPart.CONTEXTS).isEqualTo(array("CONTEXTS"));
    }

    @Test
    void prompts() throws IOException {
        assertThat(Files.readAllLines(Path.of("dialplan/prompts.tsv")))
                .filteredOn(line -> !line.startsWith("#"))
                .extracting(line -> line.split("\t")[0])
                .filteredOn(name -> !name.equals("signal-tone"))
                .containsExactlyElementsOf(PromptsPart.NAMES);
    }
}

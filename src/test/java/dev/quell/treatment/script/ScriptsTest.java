package dev.quell.treatment.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.testing.ShippedSettings;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Script.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private final List<Script> scripts =
            Scripts.of(ShippedSettings.of("quell.treatment", TreatmentSettings.class, "listen.before", "3s"));

    private Script of(Kind kind) {
        return scripts.stream()
                .filter(script -> script.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindHasOneScript() {
        assertThat(scripts).extracting(Script::kind).containsExactly(Kind.values());
    }

    @Test
    void theListenScriptIsAsTheSettingsHaveIt() {
        assertThat(of(Kind.LISTEN).stages())
                .extracting(stage -> stage.what() + " " + stage.prompt() + " " + stage.time())
                .containsExactly(
                        "ANSWER  PT0S",
                        "WAIT  PT3S",
                        "PLAY listen-1 PT0S",
                        "WAIT  PT5S",
                        "PLAY listen-2 PT0S",
                        "WAIT  PT5S",
                        "PLAY listen-3 PT0S",
                        "WAIT  PT5S",
                        "RELEASE  PT0S");
    }

    @Test
    void theDeterrentScriptIsTheShippedQueues() throws IOException {
        String queue = Files.readString(Path.of("dialplan/quell_queues.conf"));
        String globals = Files.readString(Path.of("dialplan/quell_globals.conf"));

        assertThat(queue)
                .contains(
                        "periodic-announce = quell/analysis-wait\n",
                        "periodic-announce-startdelay = " + Scripts.FIRST.toSeconds() + "\n",
                        "periodic-announce-frequency = " + Scripts.AGAIN.toSeconds() + "\n");
        assertThat(globals).contains("QUELL_DETER_SECONDS = " + Scripts.LONGEST.toSeconds() + "\n");
        assertThat(of(Kind.DETERRENT).stages())
                .extracting(Stage::what, Stage::prompt, Stage::time)
                .contains(
                        tuple(Stage.What.FIRST, "analysis-wait", Duration.ofSeconds(15)),
                        tuple(Stage.What.OVER, "", Duration.ofSeconds(120)));
    }

    @Test
    void whatScriptsPlayIsWhatTheDialplanPlays() throws IOException {
        String dialplan = Files.readString(Path.of("dialplan/quell.conf"));

        for (Kind kind : List.of(Kind.DETERRENT, Kind.COMPLAINT, Kind.SILENT, Kind.NO_MEDIA, Kind.FLAG)) {
            assertThat(of(kind).stages())
                    .filteredOn(stage -> stage.what() == Stage.What.PLAY)
                    .isNotEmpty()
                    .allSatisfy(stage -> assertThat(dialplan).contains("Gosub(quell-say,s,1(" + stage.prompt() + "))"));
        }
        assertThat(of(Kind.COMPLAINT).plays("digits/7")).isTrue();
        assertThat(of(Kind.COMPLAINT).plays("greeting")).isFalse();
    }
}

package dev.quell.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quell.testing.InLanguage;
import dev.quell.testing.Standards;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardTest {

    private static final Set<String> SILENCE =
            Set.of("SILENT_RATE", "SILENT_STREAK", "NO_SPEECH", "TALK_RATIO", "BURST_LISTEN", "LISTEN_SUSPECT");

    private final Classifier classifier = Standards.classifier();
    private final Standard standard = classifier.standard();

    @Test
    void thePriorInLogOdds() {
        assertThat(standard.priorLogOdds()).isCloseTo(Math.log(0.03 / 0.97), within(1e-12));
    }

    @Test
    void theSurroundingsMuteTheseAndNoOthers() {
        assertThat(standard.mutes()).containsOnlyKeys("CALLBACK_STORM", "TRUNK_SILENCE", "NO_RTP", "TWO_TRUNKS");
        assertThat(standard.mutes().get("CALLBACK_STORM"))
                .containsExactlyInAnyOrder(
                        "CALLS_1H", "CALLS_24H", "FANOUT_24H", "CLOCKWORK", "FAST_REDIAL", "RING_ONCE");
        assertThat(standard.mutes().get("TRUNK_SILENCE")).isEqualTo(SILENCE);
        assertThat(standard.mutes().get("NO_RTP")).isEqualTo(SILENCE);
        assertThat(standard.mutes().get("TWO_TRUNKS"))
                .containsExactlyInAnyOrder(
                        "CALLS_1H",
                        "CALLS_24H",
                        "FANOUT_24H",
                        "CLOCKWORK",
                        "FAST_REDIAL",
                        "RING_ONCE",
                        "SILENT_RATE",
                        "SILENT_STREAK",
                        "SHORT_RATE",
                        "AGENT_FLAGS",
                        "FLAGS_DETER");
    }

    @Test
    void theStrongestSymbolNamesTheClassInWhateverOrderTheyCome() {
        Symbol flags = new Symbol("AGENT_FLAGS", Family.OUTCOME, 2, 2, Seen.NOTHING);
        Symbol silent = new Symbol("SILENT_RATE", Family.OUTCOME, 1, 1, Seen.NOTHING);

        assertThat(standard.suspected(List.of(silent, flags))).isEqualTo(CallClass.ABUSIVE);
        assertThat(standard.suspected(List.of(flags, silent))).isEqualTo(CallClass.ABUSIVE);
    }

    @Test
    void theVersionHoldsEveryLineOfTheCatalogue() {
        Version version = classifier.describedVersion();

        assertThat(version.name()).isEqualTo(classifier.version());
        assertThat(version.settings())
                .contains("{\"class\":\"SPOOF_SUSPECT\",\"description\":\"shows one of our own numbers\","
                        + "\"descriptionZh\":\"显示的是本单位自己的号码\",\"family\":\"IDENTITY\","
                        + "\"finding\":\"shows our own number\",\"findingZh\":\"显示的是本单位自己的号码\","
                        + "\"symbol\":\"CLI_OWN\",\"weight\":2.5}");
        assertThat(standard.catalogue().entries())
                .allSatisfy(entry -> assertThat(version.settings()).contains("\"symbol\":\"" + entry.symbol() + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "tr-TR"})
    void theVersionIsTheSameOnAMachineOfAnyLanguage(String language) {
        assertThat(InLanguage.of(language, () -> Standards.classifier().version()))
                .isEqualTo(classifier.version())
                .matches("r[0-9]+-[0-9a-f]{8}");
    }
}

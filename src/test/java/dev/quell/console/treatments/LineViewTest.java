package dev.quell.console.treatments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quell.call.CallSettings;
import dev.quell.config.SettingOrigins;
import dev.quell.testing.ShippedSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LineViewTest {

    private final CallSettings calls = ShippedSettings.of(
            "quell.call",
            CallSettings.class,
            "lines.crisis.numbers",
            "12355,+86755123*",
            "lines.crisis.profile",
            "protected");

    @Test
    void eachLineIsShownWithWhoSaysSoAndTheRestLast() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("site", Map.of("quell.call.lines.crisis.profile", "protected")));

        assertThat(LineView.all(calls, new SettingOrigins(environment)))
                .extracting(
                        LineView::name,
                        LineView::guarded,
                        line -> line.profile().value() + line.profile().site(),
                        line -> line.listen().value() + line.listen().site())
                .containsExactly(
                        tuple("crisis", true, "PROTECTEDtrue", "SUSPECTSfalse"),
                        tuple("", false, "STANDARDfalse", "SUSPECTSfalse"));
    }

    @Test
    void theLinesOfTheFileSayWhatStandsOrGiveAnExample() {
        assertThat(LineView.yaml(calls)).isEqualTo("""
                        quell:
                          call:
                            lines:
                              crisis: { numbers: ["12355", "+86755123*"], profile: protected, listen: suspects, blocked: deter }
                            default-line: { profile: standard, listen: suspects, blocked: deter }
                        """);
        assertThat(LineView.yaml(ShippedSettings.of("quell.call", CallSettings.class)))
                .contains("crisis: {");
    }
}

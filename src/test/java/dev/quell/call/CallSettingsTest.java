package dev.quell.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.call.CallSettings.DefaultLine;
import dev.quell.call.CallSettings.LineSettings;
import dev.quell.call.CallSettings.PriorityPolicy;
import dev.quell.call.CallSettings.TrunkSettings;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CallSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Binding.class);

    @Configuration
    @EnableConfigurationProperties(CallSettings.class)
    static class Binding {}

    @Test
    void nothingSetGivesTheShippedDefaults() {
        runner.run(context -> assertThat(context.getBean(CallSettings.class))
                .isEqualTo(new CallSettings(
                        "CN",
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER))));
    }

    @Test
    void everyPropertyIsBound() {
        runner.withPropertyValues(
                        "quell.call.region=GB",
                        "quell.call.own-numbers=+8675512345678",
                        "quell.call.trunks.sip-provider.trusted=true",
                        "quell.call.lines.crisis.numbers=12355,+86755*",
                        "quell.call.lines.crisis.profile=protected",
                        "quell.call.lines.crisis.listen=never",
                        "quell.call.lines.crisis.blocked=reject",
                        "quell.call.default-line.profile=protected",
                        "quell.call.default-line.listen=always",
                        "quell.call.default-line.blocked=reject")
                .run(context -> assertThat(context.getBean(CallSettings.class))
                        .isEqualTo(new CallSettings(
                                "GB",
                                Set.of("+8675512345678"),
                                Set.of(),
                                Map.of("sip-provider", new TrunkSettings(true, PriorityPolicy.BELIEVED)),
                                Map.of(
                                        "crisis",
                                        new LineSettings(
                                                List.of("12355", "+86755*"),
                                                Profile.PROTECTED,
                                                ListenPolicy.NEVER,
                                                BlockedPolicy.REJECT)),
                                new DefaultLine(Profile.PROTECTED, ListenPolicy.ALWAYS, BlockedPolicy.REJECT))));
    }

    @Test
    void aTypoIsNamed() {
        runner.withPropertyValues("quell.call.lines.crisis.numbers=12355", "quell.call.lines.crisis.profle=protected")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("quell.call.lines.crisis.profle"));
    }

    @Test
    void onlyOwnNumbersAreOwn() {
        CallSettings settings = new CallSettings(
                "CN",
                Set.of("+8675512345678"),
                Set.of(),
                Map.of(),
                Map.of(),
                new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER));

        assertThat(settings.isOwn(new CallerNumber.E164("+8675512345678"))).isTrue();
        assertThat(settings.isOwn(new CallerNumber.E164("+8675512345679"))).isFalse();
        assertThat(settings.isOwn(new CallerNumber.Withheld())).isFalse();
    }

    @Test
    void aTrunkIsTrustedOnlyIfItIsNamedAndTrusted() {
        CallSettings settings = new CallSettings(
                "CN",
                Set.of(),
                Set.of(),
                Map.of(
                        "good",
                        new TrunkSettings(true, PriorityPolicy.BELIEVED),
                        "bad",
                        new TrunkSettings(false, PriorityPolicy.BELIEVED)),
                Map.of(),
                new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER));

        assertThat(settings.trusts("good")).isTrue();
        assertThat(settings.trusts("bad")).isFalse();
        assertThat(settings.trusts("unheard-of")).isFalse();
    }

    @Test
    void eachBadValueIsRefusedWithWhatWouldBeRight() {
        DefaultLine line = new DefaultLine(Profile.STANDARD, ListenPolicy.SUSPECTS, BlockedPolicy.DETER);

        assertThatThrownBy(() -> new CallSettings("China", Set.of(), Set.of(), Map.of(), Map.of(), line))
                .hasMessage("quell.call.region: 'China' is no region; write two capital letters, such as CN");
        assertThatThrownBy(() -> new CallSettings("CN", Set.of("8675512345678"), Set.of(), Map.of(), Map.of(), line))
                .hasMessageContaining("in quotes, such as \"+8675512345678\"");
        assertThatThrownBy(() -> new LineSettings(null, Profile.STANDARD, ListenPolicy.ALWAYS, BlockedPolicy.DETER))
                .hasMessageContaining("has no numbers");
    }
}

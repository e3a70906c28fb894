package dev.quell.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dcontext=from-trunk|from-trunk|x|true",
                "dcontext=from-trunk|from-trunk2|x|false",
                "dcontext=from-*|from-|x|true",
                "channel=PJSIP/trunk-*|x|PJSIP/trunk-a-00000001|true",
                "channel=PJSIP/trunk-*|x|PJSIP/agent-00000001|false",
                "dcontext=a, channel=*-b-*|x|PJSIP/t-b-1|true",
                "dcontext=a.c|abc|x|false"
            })
    void oneConditionMustFit(String rule, String context, String channel, boolean inbound) {
        assertThat(InboundRule.of(rule).leavesOut(context, channel).isEmpty()).isEqualTo(inbound);
    }

    @Test
    void withoutARuleAllAreInbound() {
        assertThat(InboundRule.ALL.leavesOut("", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from-trunk", "dcontext=", "dcontext=a,,channel=b", "exten=100"})
    void whatIsNoRuleIsRefusedWithWhatWouldBe(String rule) {
        assertThatThrownBy(() -> InboundRule.of(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("does not say which calls are inbound; write " + InboundRule.FORMS);
    }
}

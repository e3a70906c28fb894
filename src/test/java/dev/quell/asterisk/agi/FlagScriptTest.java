package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.quell.asterisk.agi.transport.AgiCall;
import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.FlagRequest;
import dev.quell.asterisk.protocol.Refusal;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.Line;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.CallJournal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagScriptTest {

    private static final CallId CALL = new CallId("pbx", "1795338360.3");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final CallJournal journal = mock(CallJournal.class);
    private final Flags flags = mock(Flags.class);
    private final FlagScript script = new FlagScript(new FlagRequest(journal, flags));

    @BeforeEach
    void aScreenedCall() {
        when(journal.find(Bench.TOKEN))
                .thenReturn(Optional.of(Bench.screened(Bench.call(Line.standard("12300")), Action.PASS, 128, "")));
        when(flags.flag(any(), any(), any(), any(), any())).thenReturn(Destination.DETER);
    }

    private Answer flag(String token, String id, String agent, String reason) throws RefusedException {
        return script.serve(
                new Arguments(Map.of("srv", "pbx", "id", id, "c", token, "agent", agent, "reason", reason)),
                mock(AgiCall.class));
    }

    @ParameterizedTest
    @CsvSource({"'', UNSPECIFIED", "1, ABUSE", "2, PRANK", "3, SILENT", "4, SALES", "5, THREAT", "9, UNSPECIFIED"})
    void theFlagIsBoundToTheCallOfTheToken(String digit, FlagReason reason) throws RefusedException {
        // the linkedid may differ after a transfer: the token counts
        flag(Bench.TOKEN.value(), "1.1", "PJSIP/1001", digit);

        verify(flags).flag(CALL, CALLER, "PJSIP/1001", reason, "");
    }

    @ParameterizedTest
    @CsvSource({"LISTEN, v1:LISTEN, listen", "DETER, v1:DETER, deter"})
    void theAnswerIsWhereTheCallerGoes(Destination destination, String value, String result) throws RefusedException {
        when(flags.flag(any(), any(), any(), any(), any())).thenReturn(destination);

        Answer answer = flag(Bench.TOKEN.value(), CALL.linkedId(), "PJSIP/1001", "3");

        assertThat(answer.variable()).isEqualTo("QUELL_RESULT");
        assertThat(answer.value()).isEqualTo(value);
        assertThat(answer.result()).isEqualTo(result);
    }

    @Test
    void aTokenOfNoCallIsRefused() {
        when(journal.find(any(CallToken.class))).thenReturn(Optional.empty());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> flag("z".repeat(26), CALL.linkedId(), "PJSIP/1001", "1"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Refusal.CALL_UNKNOWN));
        verifyNoInteractions(flags);
    }

    @Test
    void aCallWhoseAnswerNeverArrivedIsFoundByItsId() throws RefusedException {
        when(journal.find(CALL))
                .thenReturn(Optional.of(Bench.screened(Bench.call(Line.standard("12300")), Action.PASS, 128, "")));

        flag("", CALL.linkedId(), "PJSIP/1001", "1");

        verify(flags).flag(CALL, CALLER, "PJSIP/1001", FlagReason.ABUSE, "");
    }

    @Test
    void anUnscreenedCallsFlagIsKeptAndCountsAgainstNobody() throws RefusedException {
        when(journal.find(CALL)).thenReturn(Optional.empty());

        flag("", CALL.linkedId(), "PJSIP/1001", "1");

        verify(flags).flag(CALL, new CallerNumber.Withheld(), "PJSIP/1001", FlagReason.ABUSE, "");
    }

    @Test
    void anAgentWhoIsNotToldIsUnknown() throws RefusedException {
        flag(Bench.TOKEN.value(), CALL.linkedId(), "", "1");

        verify(flags).flag(CALL, CALLER, "unknown", FlagReason.ABUSE, "");
    }
}

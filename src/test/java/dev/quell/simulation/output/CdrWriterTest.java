package dev.quell.simulation.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.simulation.SimulatedCalls;
import dev.quell.simulation.stage.FinishedCall;
import org.junit.jupiter.api.Test;

class CdrWriterTest {

    private static String written(FinishedCall call) {
        StringBuilder out = new StringBuilder();
        new CdrWriter(out).accept(call);
        return out.toString();
    }

    @Test
    void answeredCallIsALineOfMasterCsv() {
        assertThat(written(SimulatedCalls.call(3)))
                .isEqualTo("\"\",\"+8613800000001\",\"+862150500001\",\"from-trunk\",\"\"\"\"\" <+8613800000001>\","
                        + "\"PJSIP/carrier-a-00000003\",\"PJSIP/1007-00000003\",\"Queue\",\"service\","
                        + "\"2026-03-02 09:59:58\",\"2026-03-02 10:00:03\",\"2026-03-02 10:01:18\",80,75,"
                        + "\"ANSWERED\",\"DOCUMENTATION\",\"1772445598.3\",\"\"\n");
    }

    @Test
    void unansweredCallHasNoAnswerAndNoQuotesAroundIt() {
        assertThat(written(SimulatedCalls.call(4, new CallerNumber.Withheld(), 6, "")))
                .isEqualTo("\"\",\"\",\"+862150500001\",\"from-trunk\",\"\","
                        + "\"PJSIP/carrier-a-00000004\",\"\",\"Queue\",\"service\","
                        + "\"2026-03-02 09:59:58\",,\"2026-03-02 10:00:09\",11,0,"
                        + "\"NO ANSWER\",\"DOCUMENTATION\",\"1772445598.4\",\"\"\n");
    }

    @Test
    void truthHasALineACall() {
        StringBuilder out = new StringBuilder();
        new TruthWriter(out).accept(SimulatedCalls.call(3));

        assertThat(out.toString())
                .isEqualTo("call,uniqueid,caller,number,scenario,label\n"
                        + "sim:1772445598.3,1772445598.3,customers-1,+8613800000001,customers,good\n");
    }
}

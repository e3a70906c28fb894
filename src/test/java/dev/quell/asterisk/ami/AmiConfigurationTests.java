package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallId;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.call.TalkMonitor;
import dev.quell.call.TalkReport;
import dev.quell.flag.CallRedirector;
import dev.quell.flag.Flags.Destination;
import dev.quell.screening.DeterrentOccupancy;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AmiConfigurationTests {

    private static final CallId CALL = new CallId("pbx", "1.1");

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(AmiConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void withoutServersNothingIsHeardAndItIsSaidOnce(CapturedOutput output) {
        context.run(running -> {
            assertThat(running).hasNotFailed();
            assertThat(running.getBean(TalkMonitor.class).conclude(CALL, "PJSIP/a-1"))
                    .isCompletedWithValue(TalkReport.UNKNOWN);
            assertThat(running.getBean(CallRedirector.class).move(CALL, "PJSIP/a-1", "PJSIP/1001", Destination.DETER))
                    .isEqualTo(CallRedirector.Moved.FAILED);
            assertThat(running.getBean(DeterrentOccupancy.class).free("pbx")).isTrue();
            assertThat(running.getBean(LiveCalls.class).now()).isEmpty();
            assertThat(running.getBean(Switches.class).now()).isEmpty();
            assertThat(running.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
        });
        assertThat(output.getOut().split("No Asterisk is under quell.ami.servers", -1))
                .hasSize(2);
    }

    @Test
    void serverThatIsNotThereHoldsNothingUp(CapturedOutput output) {
        context.withPropertyValues(
                        "quell.ami.servers.pbx.host=127.0.0.1",
                        "quell.ami.servers.pbx.port=1",
                        "quell.ami.servers.pbx.password=x")
                .run(running -> {
                    assertThat(running).hasNotFailed();
                    assertThat(running.getBean(TalkMonitor.class)).isInstanceOf(AmiTalkMonitor.class);
                    assertThat(running.getBean(DeterrentOccupancy.class).free("pbx"))
                            .isTrue();
                    assertThat(running.getBean(HealthIndicator.class).health().getStatus())
                            .isEqualTo(AmiHealthIndicator.DEGRADED);
                    assertThat(running.getBean(Switches.class).now())
                            .singleElement()
                            .satisfies(state -> {
                                assertThat(state.server()).isEqualTo("pbx");
                                assertThat(state.connected()).isFalse();
                                assertThat(state.trouble()).isNotEmpty();
                                assertThat(state.deterrentQueue()).isEqualTo("quell-deterrent");
                                assertThat(state.waiting()).isEmpty();
                                assertThat(state.room()).isEmpty();
                            });
                });
        assertThat(output).doesNotContain("No Asterisk is under quell.ami.servers");
    }

    @Test
    void unknownKeyStopsTheStart() {
        context.withPropertyValues("quell.ami.pacience=2s")
                .run(running -> assertThat(running).getFailure().rootCause().hasMessageContaining("pacience"));
    }
}

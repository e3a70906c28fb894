package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.asterisk.ami.stream.Captured;
import dev.quell.call.CallId;
import dev.quell.call.TalkReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmiTalkMonitorTest {

    private static final CallId QUIET = new CallId("pbx", "1795337089.2");
    private static final String QUIET_CHANNEL = "PJSIP/sipp-00000001";
    private static final CallId SILENT = new CallId("pbx", "1795337089.3");
    private static final String SILENT_CHANNEL = "PJSIP/sipp-00000002";

    private final FakeAmi asterisk = new FakeAmi();
    private final AsteriskLinks links = Settings.links(Map.of("pbx", asterisk.port()), Clock.systemUTC());
    private final AmiTalkMonitor monitor = new AmiTalkMonitor(links);

    @BeforeEach
    void up() {
        links.start();
        AsteriskLink link = links.find("pbx").orElseThrow();
        await().until(() -> link.state().connected());
        assertThat(link.canaries().ask().join()).isTrue();
    }

    @AfterEach
    void stop() {
        links.stop();
        asterisk.close();
    }

    @Test
    void silentCallIsWholeWithoutASound() {
        asterisk.send(Captured.text("silent-call"));
        assertThat(monitor.conclude(SILENT, SILENT_CHANNEL).join())
                .isEqualTo(new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void quietCallIsHeardWhileItLives() {
        String untilHangup = Captured.text("quiet-speech").split("Event: HangupRequest")[0];
        asterisk.send(untilHangup);
        await().until(() ->
                monitor.since(QUIET, QUIET_CHANNEL, Instant.EPOCH).total().equals(Duration.ofMillis(3180)));
        assertThat(monitor.since(QUIET, QUIET_CHANNEL, Instant.EPOCH).whole()).isTrue();
        assertThat(monitor.since(QUIET, QUIET_CHANNEL, Instant.now().plusSeconds(60))
                        .total())
                .isZero();
    }

    @Test
    void serverThatIsNotConfiguredHearsNothing() {
        CallId elsewhere = new CallId("other", "1.1");
        assertThat(monitor.since(elsewhere, "PJSIP/a-1", Instant.EPOCH)).isEqualTo(TalkReport.UNKNOWN);
        assertThat(monitor.conclude(elsewhere, "PJSIP/a-1")).isCompletedWithValue(TalkReport.UNKNOWN);
    }

    @Test
    void canaryThatStaysAwayLeavesTheReportInTimeAndNotWhole() throws Exception {
        asterisk.send(Captured.text("silent-call"));
        await().until(() -> links.find("pbx").orElseThrow().book().size() == 1);
        asterisk.answer("UserEvent", a -> FakeAmi.success("Message: Event Sent"));
        assertThat(monitor.conclude(SILENT, SILENT_CHANNEL).get(30, TimeUnit.SECONDS))
                .isEqualTo(new TalkReport(false, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void silenceOverARestartIsNotWhole() {
        asterisk.send(Captured.text("silent-call").split("Event: HangupRequest")[0]);
        AsteriskLink link = links.find("pbx").orElseThrow();
        await().until(() -> link.book().size() == 1);
        asterisk.goAway();
        await().until(() -> !link.state().connected());
        assertThat(monitor.since(SILENT, SILENT_CHANNEL, Instant.EPOCH).whole()).isFalse();
        asterisk.comeBack();
        await().until(() -> link.state().connected());
        assertThat(monitor.since(SILENT, SILENT_CHANNEL, Instant.EPOCH).whole()).isFalse();
        assertThat(monitor.conclude(SILENT, SILENT_CHANNEL).join().whole()).isFalse();
    }

    @Test
    void nobodyWaitsForAnAsteriskThatIsAway() {
        asterisk.send(Captured.text("quiet-speech").split("Event: HangupRequest")[0]);
        await().until(() ->
                monitor.since(QUIET, QUIET_CHANNEL, Instant.EPOCH).total().equals(Duration.ofMillis(3180)));
        asterisk.goAway();
        AsteriskLink link = links.find("pbx").orElseThrow();
        await().until(() -> !link.state().connected());
        CompletableFuture<TalkReport> concluded = monitor.conclude(QUIET, QUIET_CHANNEL);
        assertThat(concluded).isDone();
        assertThat(concluded.join().whole()).isFalse();
        assertThat(concluded.join().total()).isEqualTo(Duration.ofMillis(3180));
    }

    @Test
    void whatIsDoneWithAReportDoesNotHoldUpEvents() throws Exception {
        asterisk.send(Captured.text("silent-call"));
        Thread[] by = new Thread[1];
        monitor.conclude(SILENT, SILENT_CHANNEL)
                .thenAccept(report -> by[0] = Thread.currentThread())
                .get(30, TimeUnit.SECONDS);
        assertThat(by[0].getName()).isNotEqualTo("ami-events-pbx");
    }
}

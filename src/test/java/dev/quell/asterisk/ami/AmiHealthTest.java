package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class AmiHealthTest {

    private final FakeAmi asterisk = new FakeAmi();
    private final FakeAmi other = new FakeAmi();
    private final AsteriskLinks links =
            Settings.links(Map.of("pbx", asterisk.port(), "other", other.port()), Clock.systemUTC());
    private final AmiHealthIndicator indicator = new AmiHealthIndicator(links);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        links.stop();
        asterisk.close();
        other.close();
    }

    private double gauge(String name, String server) {
        return meters.get(name).tag("server", server).gauge().value();
    }

    private double count(String name) {
        return meters.get(name).tag("server", "pbx").functionCounter().count();
    }

    @Test
    void healthIsUpWithAllServersAndDegradedWithoutOne() {
        assertThat(indicator.health().getStatus()).isEqualTo(AmiHealthIndicator.DEGRADED);
        links.start();
        await().until(() -> indicator.health().getStatus().equals(Status.UP));
        assertThat(indicator.health().getDetails()).containsOnlyKeys("pbx", "other");
        asterisk.goAway();
        await().until(() -> indicator.health().getStatus().equals(AmiHealthIndicator.DEGRADED));
        await().until(() ->
                indicator.health().getDetails().get("pbx").toString().contains("Connection refused"));
        assertThat(indicator.health().getDetails().get("pbx").toString()).contains("connected=false");
        assertThat(indicator.health().getDetails().get("other").toString()).contains("connected=true");
    }

    @Test
    void metersFollowTheLinks() {
        new AmiMetrics(links).bindTo(meters);
        assertThat(gauge("quell.ami.connected", "pbx")).isZero();
        assertThat(gauge("quell.ami.deterrent.waiting", "pbx")).isNaN();
        asterisk.answer(
                "QueueStatus", a -> FakeAmi.list("Event: QueueParams\nQueue: quell-deterrent\nMax: 20\nCalls: 7"));
        links.start();
        await().until(() -> gauge("quell.ami.deterrent.waiting", "pbx") == 7);
        assertThat(gauge("quell.ami.connected", "pbx")).isEqualTo(1);
        assertThat(gauge("quell.ami.whole", "pbx")).isEqualTo(1);
        assertThat(count("quell.ami.connects")).isEqualTo(1);
        assertThat(count("quell.ami.tears")).isZero();
        assertThat(count("quell.ami.events.dropped")).isZero();
        asterisk.send("garbage\n\nEvent: Newchannel\nUniqueid: 1.1\nLinkedid: 1.1\nChannel: A-1\n\n");
        await().until(() -> gauge("quell.ami.calls", "pbx") == 1);
        assertThat(count("quell.ami.tears")).isEqualTo(1);
        assertThat(count("quell.ami.events")).isGreaterThanOrEqualTo(3);
        assertThat(count("quell.ami.calls.refused")).isZero();
    }
}

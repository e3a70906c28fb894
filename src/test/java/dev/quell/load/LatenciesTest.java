package dev.quell.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void shortTimesAreExact() {
        Latencies times = new Latencies();
        for (int nanos = 1; nanos <= 100; nanos++) {
            times.add(nanos);
        }
        assertThat(times.quantile(0.5)).isEqualTo(Duration.ofNanos(50));
        assertThat(times.quantile(0.99)).isEqualTo(Duration.ofNanos(99));
        assertThat(times.quantile(1)).isEqualTo(Duration.ofNanos(100));
        assertThat(times.count()).isEqualTo(100);
        assertThat(times.mean()).isEqualTo(Duration.ofNanos(50));
    }

    @Test
    void longTimesAreNeverToldShorterAndAtMostASixtyFourthLonger() {
        for (long nanos = 100; nanos < 1L << 39; nanos = nanos * 17 / 16 + 3) {
            Latencies times = new Latencies();
            times.add(nanos);
            times.add(1L << 39);
            assertThat(times.quantile(0.5).toNanos()).isBetween(nanos, nanos + nanos / 64 + 1);
        }
    }

    @Test
    void theSumHasTheTimesOfBoth() {
        Latencies one = new Latencies();
        one.add(10);
        Latencies other = new Latencies();
        other.add(2000);
        one.add(other);
        assertThat(one.count()).isEqualTo(2);
        assertThat(one.quantile(0.5)).isEqualTo(Duration.ofNanos(10));
        assertThat(one.longest()).isEqualTo(Duration.ofNanos(2000));
    }
}

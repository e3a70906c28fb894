package dev.quell.asterisk.ami.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.asterisk.ami.stream.AmiEvent.ChannelGone;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamClosed;
import dev.quell.asterisk.ami.stream.AmiEvent.StreamTorn;
import dev.quell.asterisk.ami.stream.AmiEvent.Tear;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private final EventQueue queue = new EventQueue(3, Clock.fixed(NOW, ZoneOffset.UTC));

    private static ChannelGone event(int number) {
        return new ChannelGone("1." + number);
    }

    @Test
    void eventsComeInOrderWithTheirTime() throws InterruptedException {
        queue.offer(event(1));
        queue.offer(event(2));
        assertThat(queue.take()).isEqualTo(new ReceivedEvent(event(1), NOW));
        assertThat(queue.take()).isEqualTo(new ReceivedEvent(event(2), NOW));
        assertThat(queue.accepted()).isEqualTo(2);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void fullQueueDropsAndTellsBeforeTheNextThatFinds() throws InterruptedException {
        for (int i = 1; i <= 5; i++) {
            queue.offer(event(i));
        }
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.take().event()).isEqualTo(event(1));
        queue.offer(event(6));
        assertThat(queue.dropped()).as("no room for the tear and the event").isEqualTo(3);
        assertThat(queue.take().event()).isEqualTo(event(2));
        queue.offer(event(7));
        assertThat(queue.take().event()).isEqualTo(event(3));
        assertThat(queue.take().event()).isEqualTo(new StreamTorn(Tear.OVERFLOW));
        assertThat(queue.take().event()).isEqualTo(event(7));
        assertThat(queue.accepted()).isEqualTo(4);
    }

    @Test
    void markTakesThePlaceOfWhatWaitsIfThereIsNoRoom() throws InterruptedException {
        for (int i = 1; i <= 4; i++) {
            queue.offer(event(i));
        }
        queue.mark(new StreamClosed());
        queue.offer(event(5));
        assertThat(queue.take().event()).isEqualTo(new StreamClosed());
        assertThat(queue.take().event()).isEqualTo(event(5));
        assertThat(queue.dropped()).isEqualTo(4);
    }
}

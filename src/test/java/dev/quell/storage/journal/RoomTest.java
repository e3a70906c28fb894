package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.storage.database.StorageException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final AtomicLong waiting = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JournalMetrics metrics = new JournalMetrics(meters, new RecentCalls());
    private final Room room = new Room(100, waiting::get, metrics);

    @Test
    void nothingIsTakenFromFourTimesTheRoomOn() {
        waiting.set(399);
        assertThatCode(room::enter).doesNotThrowAnyException();
        assertThatCode(room::checkNotOver).doesNotThrowAnyException();
        assertThat(metrics.fault()).isEmpty();

        waiting.set(400);
        assertThatThrownBy(room::enter)
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "the database has not taken 400 records in, and memory has no room for more of them; look at its disk");
        assertThatThrownBy(room::checkNotOver).isInstanceOf(StorageException.class);
        assertThat(metrics.fault()).contains("memory has no room for more");
        assertThat(meters.counter("quell.journal.records", "result", "rejected").count())
                .isEqualTo(2);
    }

    @Test
    void howMuchIsUsedIsAShareOfTheRoom() {
        waiting.set(50);

        assertThat(room.used()).isEqualTo(0.5);
    }
}

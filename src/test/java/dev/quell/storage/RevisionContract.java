package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.classifier.ClassifierSettings.Thresholds;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.tuning.Revision;
import dev.quell.tuning.Tuning;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the store of saved rules promises. */
abstract class RevisionContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;

    private static Revision revision(String id, Instant at, double weight) {
        return new Revision(
                id,
                at,
                "li.na",
                "少拦一些 O'Neil \"x\"",
                new Tuning(Map.of("CLI_WITHHELD", weight), Optional.of(new Thresholds(0.4, 0.7, 0.9))));
    }

    @Test
    void whatWasSavedComesBackTheLatestFirst() {
        JdbcRevisionStore store = new JdbcRevisionStore(database());
        assertThat(store.latest(9)).isEmpty();
        Revision first = revision("aaaaaaaa", NOW, 0.5);
        Revision later = revision("bbbbbbbb", NOW.plusMillis(1), -0.25);
        Revision alike = revision("cccccccc", NOW, 9.75);
        store.add(first);
        store.add(later);
        store.add(alike);

        assertThat(store.latest(9)).containsExactly(later, alike, first).isSortedAccordingTo(Revision.LATEST_FIRST);
        assertThat(store.latest(1)).containsExactly(later);
    }

    @Test
    void anIdIsGivenOnce() {
        JdbcRevisionStore store = new JdbcRevisionStore(database());
        store.add(revision("aaaaaaaa", NOW, 0.5));

        assertThatThrownBy(() -> store.add(revision("aaaaaaaa", NOW, 0.6))).isInstanceOf(RuntimeException.class);
        assertThat(store.latest(9)).containsExactly(revision("aaaaaaaa", NOW, 0.5));
    }
}

package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCallerStore;
import dev.quell.storage.jdbc.JdbcKnownCallers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of known callers promises. */
abstract class KnownCallerStoreContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;

    private KnownCallerStore store;

    @BeforeEach
    void make() {
        store = new JdbcKnownCallers(database());
    }

    private static KnownCaller known(CallerNumber caller, KnownAs as, Optional<Instant> until) {
        return new KnownCaller(caller, as, Origin.DIALPLAN, "pbx", NOW, until);
    }

    @Test
    void callerComesBackAsGivenUntilTheEnd() {
        KnownCaller ticket = known(Calls.CALLER, KnownAs.OPEN_TICKET, Optional.of(NOW.plusMillis(1)));
        KnownCaller customer = known(Calls.CALLER, KnownAs.CUSTOMER, Optional.empty());
        store.put(List.of(ticket, customer));

        assertThat(store.all(NOW)).containsExactlyInAnyOrder(ticket, customer);
        assertThat(store.all(NOW.plusMillis(1))).containsExactly(customer);
    }

    @Test
    void sameKindIsReplaced() {
        store.put(List.of(known(Calls.CALLER, KnownAs.CUSTOMER, Optional.of(NOW.plusMillis(1)))));
        KnownCaller later = known(Calls.CALLER, KnownAs.CUSTOMER, Optional.empty());
        store.put(List.of(later));

        assertThat(store.all(NOW)).containsExactly(later);
    }

    @Test
    void oneKindIsTakenBack() {
        KnownCaller customer = known(Calls.CALLER, KnownAs.CUSTOMER, Optional.empty());
        store.put(List.of(customer, known(Calls.CALLER, KnownAs.DIALLED, Optional.empty())));

        assertThat(store.remove(Calls.CALLER, KnownAs.DIALLED, NOW)).isTrue();
        assertThat(store.remove(Calls.CALLER, KnownAs.DIALLED, NOW)).isFalse();
        assertThat(store.all(NOW)).containsExactly(customer);
    }

    @Test
    void manyAreWrittenAFewAtATime() {
        List<KnownCaller> many = IntStream.range(0, 401)
                .mapToObj(n ->
                        known(new CallerNumber.E164("+8613800" + (100_000 + n)), KnownAs.CUSTOMER, Optional.empty()))
                .toList();
        store.put(many);

        assertThat(store.all(NOW)).containsExactlyInAnyOrderElementsOf(many);
    }
}
